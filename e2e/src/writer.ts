/**
 * A process that writes numbered values through every gate at once, each over a connection of its own, and keeps a
 * log of what became of each. A process of its own, so that nothing else delays the clock readings.
 */
import { setTimeout as sleep } from "node:timers/promises";
import type { Language } from "./database.ts";
import { openPostgres } from "./postgres-session.ts";
import { openRedis } from "./redis-session.ts";
import { type OpenSession, type Session, inTime } from "./session.ts";
import { clockMs } from "./until.ts";
import type { GateAddress, Write, WriterLog, WriterOrder } from "./write.ts";

type Start = Extract<WriterOrder, { type: "start" }>;

const TICK_MS = 2;

const languages: Readonly<Record<Language, OpenSession>> = { redis: openRedis, postgresql: openPostgres };

let writes: Write[] = [];
let valuesGiven = 0;
const stopping = new AbortController();

/** All that had arrived at this instant has been handed out. */
let drainedAt = clockMs();
setInterval(() => {
  const now = clockMs();
  // Between the timers and this comes the poll of the sockets, which hands out what has arrived by now.
  setImmediate(() => (drainedAt = now));
}, TICK_MS);

async function writeThrough(gate: GateAddress, order: Start): Promise<void> {
  while (!stopping.signal.aborted) {
    try {
      const session = await languages[order.language](gate, order.manner);
      await writeUntilTrouble(session, gate.name, order);
      session.close();
    } catch {
      // Refused, as a standby's gate does: the next attempt follows.
    }
    await sleep(order.manner.retryMs);
  }
}

async function writeUntilTrouble(session: Session, gate: string, order: Start): Promise<void> {
  const { paceMs } = order.manner;
  while (!stopping.signal.aborted) {
    const write = await writeOne(session, gate, order);
    writes.push(write);
    if (write.outcome === "unknown") return;
    if (paceMs > 0) await sleep(paceMs);
  }
}

async function writeOne(session: Session, gate: string, order: Start): Promise<Write> {
  const value = order.first + order.step * valuesGiven;
  valuesGiven += 1;
  const about = { value, client: order.client, gate, server: session.server, sentAt: clockMs() };
  try {
    const answer = await inTime(session.write(about.value), order.manner.patienceMs);
    return { ...about, endedAt: clockMs(), notBefore: drainedAt, reason: "", ...answer };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { ...about, endedAt: clockMs(), notBefore: drainedAt, outcome: "unknown", reason, epoch: 0 };
  }
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
