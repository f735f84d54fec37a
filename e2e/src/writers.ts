import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import type { Language } from "./database.ts";
import { NODE } from "./paths.ts";
import { until } from "./until.ts";
import type { GateAddress, Write, WriterLog, WriterManner, WriterOrder } from "./write.ts";

/** One that notices within twenty milliseconds when writes are taken again, and leaves the machine to those that it watches. */
const eager: WriterManner = { connections: 1, paceMs: 5, retryMs: 20, patienceMs: 1_000 };

/** Some that always wait for an answer, and wait longer than any freeze: what comes too late, they see. */
export const patient: WriterManner = { connections: 16, paceMs: 0, retryMs: 50, patienceMs: 20_000 };

/** Far above the time that a busy machine needs to start a program: only a hang counts. */
const ANSWERS_WITHIN_MS = 60_000;

/** Where a writer sits, and which numbers are its own. */
export interface Seat {
  /** Its name in the log. */
  readonly client: string;
  /** A command that becomes the one that follows it, such as one that enters a host's network. */
  readonly inside: readonly string[];
  readonly first: number;
  readonly step: number;
}

const outside: Seat = { client: "outside", inside: [], first: 1, step: 1 };

/** Writes numbered values through all gates at once until told to stop; the log grows with each {@link read}. */
export class Writers {
  readonly #child: ChildProcess;
  readonly #writes: Write[] = [];
  /** Set once it was told to stop: a process that is about to end takes no second order. */
  #end: Promise<readonly Write[]> | undefined;

  /** @param folder a folder of the test, so that the process is ended with it. */
  constructor(
    gates: readonly GateAddress[],
    folder: string,
    manner: WriterManner = eager,
    language: Language = "redis",
    seat: Seat = outside,
  ) {
    const { client, inside, first, step } = seat;
    const [execPath, ...execArgv] = [...inside, NODE];
    this.#child = fork(join(import.meta.dirname, "writer.ts"), {
      cwd: folder,
      execPath: execPath ?? NODE,
      execArgv,
    });
    this.#order({ type: "start", gates, language, client, first, step, manner });
  }

  /** Everything written so far. */
  read(): Promise<readonly Write[]> {
    return this.#ask({ type: "read" });
  }

  /** Stops, and gives the whole log; where it has stopped already, the log alone. */
  stop(): Promise<readonly Write[]> {
    this.#end ??= this.#child.connected ? this.#ask({ type: "stop" }) : Promise.resolve(this.#writes);
    return this.#end;
  }

  /** Waits for a write that was acknowledged and meets the condition; gives the first one in time. */
  acknowledged(what: string, deadlineMs: number, meets: (write: Write) => boolean): Promise<Write> {
    return until(what, deadlineMs, async () => {
      const writes = await this.read();
      return writes
        .filter((write) => write.outcome === "acknowledged" && meets(write))
        .toSorted((one, other) => one.endedAt - other.endedAt)[0];
    });
  }

  async #ask(order: WriterOrder): Promise<readonly Write[]> {
    const answered = once(this.#child, "message", { signal: AbortSignal.timeout(ANSWERS_WITHIN_MS) });
    this.#order(order);
    const [log] = (await answered) as [WriterLog];
    this.#writes.push(...log.writes);
    return this.#writes;
  }

  #order(order: WriterOrder): void {
    this.#child.send(order);
  }
}
