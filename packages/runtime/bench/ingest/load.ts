/**
 * The load: a process with so many nodes, each with a connection of its own, that send heartbeats.
 *
 * Nodes are spread evenly over the interval, so that heartbeats come as they do from machines that know nothing of each
 * other. Usage: `load.ts PORT NODES INTERVAL_MS greet|bare`.
 */
import { answerWith } from "./talk.ts";
import { setTimeout as sleep } from "node:timers/promises";
import { LoadNode, type Manner, type Tally, groupsOf } from "./node.ts";
import { openTimeoutMs, waitMs } from "./reconnect.ts";

const TICK_MS = 1;
/** Connections that are being opened at one time, at the beginning. */
const OPENING_MAX = 100;

const [, , port = "", count = "", interval = "", mode = ""] = process.argv;
const how: Manner = { port: Number(port), greets: mode === "greet", intervalMs: Number(interval) };
const tally: Tally = { sent: 0, acked: 0, refused: 0 };
const nodes = Array.from(
  { length: Number(count) },
  (_, index) => new LoadNode(index, how, tally, (node) => void comeBack(node)),
);

const startedAt = performance.now();
let beaten = 0;

/** Heartbeats that are due: node i is due i / count of an interval after the grid's beginning. */
function tick(): void {
  const now = performance.now();
  const due = Math.floor(((now - startedAt) / how.intervalMs) * nodes.length);
  // A load that was held up for longer than an interval leaves the slots out that it missed, as nodes do.
  beaten = Math.max(beaten, due - nodes.length);
  for (; beaten < due; beaten += 1) {
    nodes[beaten % nodes.length]?.beat(Math.floor(beaten / nodes.length), Math.round(now));
  }
}

async function openAll(): Promise<void> {
  const waiting = nodes.values();
  const opener = async (): Promise<void> => {
    for (const node of waiting) while (!node.isUp) await node.open();
  };
  await Promise.all(Array.from({ length: OPENING_MAX }, opener));
}

/** Breaks every connection at once; each node comes back as a daemon does. Gives how long that took, in ms. */
async function storm(): Promise<number> {
  const brokenAt = performance.now();
  for (const node of nodes) node.breakOff();
  await Promise.all(nodes.map(comeBack));
  return performance.now() - brokenAt;
}

async function comeBack(node: LoadNode): Promise<void> {
  for (let tries = 0; !node.isUp; tries += 1) {
    await sleep(waitMs(tries, node.leaseLeftMs, how.intervalMs));
    const timer = setTimeout(() => node.breakOff(), openTimeoutMs(node.leaseLeftMs));
    await node.open();
    clearTimeout(timer);
  }
}

answerWith({
  open: openAll,
  storm,
  tally: () => tally,
  unsettled: () =>
    nodes.filter((node) => !node.isSettled).length +
    (mode === "greet" ? groupsOf(nodes.length) - nodes.filter((node) => node.isActive).length : 0),
});
setInterval(tick, TICK_MS);
