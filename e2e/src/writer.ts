/**
 * A process that writes numbered values through every gate at once, each over a connection of its own, and keeps a
 * log of what became of each. A process of its own, so that nothing else delays the clock readings.
 */
import { setTimeout as sleep } from "node:timers/promises";
import { type Reply, ReplyError, RespClient, wordsOf } from "./resp.ts";
import { clockMs } from "./until.ts";
import type { Write, WriterLog, WriterOrder } from "./write.ts";

type Start = Extract<WriterOrder, { type: "start" }>;

const TICK_MS = 2;
const CONNECT_TIMEOUT_MS = 500;

let writes: Write[] = [];
let lastValue = 0;
const stopping = new AbortController();

/** All that had arrived at this instant has been handed out. */
let drainedAt = clockMs();
setInterval(() => {
  const now = clockMs();
  // Between the timers and this comes the poll of the sockets, which hands out what has arrived by now.
  setImmediate(() => (drainedAt = now));
}, TICK_MS);

async function writeThrough(gate: Start["gates"][number], order: Start): Promise<void> {
  while (!stopping.signal.aborted) {
    try {
      const client = await RespClient.open(gate.host, gate.port, CONNECT_TIMEOUT_MS);
      await writeUntilTrouble(client, gate.name, order);
      client.close();
    } catch {
      // Refused, as a standby's gate does: the next attempt follows.
    }
    await sleep(order.manner.retryMs);
  }
}

async function writeUntilTrouble(client: RespClient, gate: string, order: Start): Promise<void> {
  const { paceMs, patienceMs } = order.manner;
  const server = serverOf(await inTime(client.ask("CLIENT", "INFO"), patienceMs));
  while (!stopping.signal.aborted) {
    const write = await writeOne(client, gate, server, order);
    writes.push(write);
    if (write.outcome === "unknown") return;
    if (paceMs > 0) await sleep(paceMs);
  }
}

async function writeOne(client: RespClient, gate: string, server: string, order: Start): Promise<Write> {
  lastValue += 1;
  const about = { value: lastValue, gate, server, sentAt: clockMs() };
  try {
    const [pushed = null, epoch = null] = await inTime(
      client.all(["RPUSH", order.list, String(about.value)], ["GET", order.epochKey]),
      order.manner.patienceMs,
    );
    const refused = pushed instanceof ReplyError;
    return {
      ...about,
      endedAt: clockMs(),
      notBefore: drainedAt,
      outcome: refused ? "refused" : "acknowledged",
      reason: refused ? pushed.text : "",
      epoch: Number(epoch),
    };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { ...about, endedAt: clockMs(), notBefore: drainedAt, outcome: "unknown", reason, epoch: 0 };
  }
}

function serverOf(reply: Reply): string {
  return /laddr=(\S+)/.exec(wordsOf(reply))?.[1] ?? "unknown";
}

function inTime<T>(work: Promise<T>, patienceMs: number): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`no answer in ${patienceMs} ms`)), patienceMs);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

let running: Promise<unknown> = Promise.resolve();

/** Hands the log over; `then` is called once it has left. */
function hand(then: () => void): void {
  process.send?.({ writes } satisfies WriterLog, then);
  writes = [];
}

process.on("message", (order: WriterOrder) => {
  switch (order.type) {
    case "start":
      running = Promise.all(
        order.gates.flatMap((gate) =>
          Array.from({ length: order.manner.connections }, () => writeThrough(gate, order)),
        ),
      );
      return;
    case "read":
      hand(() => {});
      return;
    case "stop":
      stopping.abort();
      void running.then(() => hand(() => process.disconnect()));
  }
});
process.on("disconnect", () => process.exit(0));
