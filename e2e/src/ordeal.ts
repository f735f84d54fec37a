import { type Verdict, judge } from "./checker.ts";
import type { Cluster, Host } from "./cluster.ts";
import type { Database } from "./database.ts";
import { clockMs } from "./until.ts";
import type { Write, WriterManner } from "./write.ts";
import { Writers } from "./writers.ts";

const WARM_UP_WRITES = 50;
/** A second or so; on a machine that is busy with other things, some more. */
const WARM_UP_MS = 30_000;

/** A cluster under writes, before, while and after something is done to it. */
export class Ordeal<D extends Database> {
  readonly cluster: Cluster<D>;
  /** The active before the fault, and its epoch. */
  readonly old: Host<D>;
  readonly epoch: number;
  readonly writers: Writers;

  private constructor(cluster: Cluster<D>, old: Host<D>, epoch: number, writers: Writers) {
    this.cluster = cluster;
    this.old = old;
    this.epoch = epoch;
    this.writers = writers;
  }

  /** Begins to write through every gate, and returns once writes are acknowledged. */
  static async begin<D extends Database>(cluster: Cluster<D>, manner?: WriterManner): Promise<Ordeal<D>> {
    const old = await cluster.active();
    await old.database.forgetValues(); // The numbers begin anew.
    const writers = new Writers(
      cluster.hosts.map(({ gate }) => gate),
      cluster.folder.path,
      manner,
      cluster.recipe.language,
    );
    const { epoch } = await writers.acknowledged(
      "a write",
      WARM_UP_MS,
      ({ value }) => value > WARM_UP_WRITES,
    );
    return new Ordeal(cluster, old, epoch, writers);
  }

  /**
   * Does it, and waits until writes are acknowledged at a later epoch.
   *
   * @returns the time from the fault to that acknowledgement, in ms
   */
  async untilWritable(fault: () => Promise<unknown> | void, deadlineMs: number): Promise<number> {
    const faultAt = clockMs();
    await fault();
    const first = await this.writers.acknowledged(
      `writes at an epoch after ${this.epoch}`,
      deadlineMs,
      ({ epoch }) => epoch > this.epoch,
    );
    return first.endedAt - faultAt;
  }

  /** Waits until all members are in their places again, stops writing, and judges all that was written. */
  async end(deadlineMs = 30_000): Promise<{
    readonly active: Host<D>;
    readonly writes: readonly Write[];
    readonly verdict: Verdict;
  }> {
    const active = await this.cluster.settled(deadlineMs);
    const writes = await this.writers.stop();
    return { active, writes, verdict: judge(writes, await active.database.values()) };
  }
}

/** The longest time without an acknowledged write, in ms, over all gates together. */
export function longestGapMs(writes: readonly Write[]): number {
  const ends = writes
    .filter(({ outcome }) => outcome === "acknowledged")
    .map(({ endedAt }) => endedAt)
    .toSorted((one, other) => one - other);
  return ends.slice(1).reduce((longest, end, index) => Math.max(longest, end - (ends[index] ?? end)), 0);
}

/** The time in ms from the last acknowledgement of another database to the first one of this, `host:port`. */
export function silenceMs(writes: readonly Write[], server: string): number {
  const acknowledged = writes.filter(({ outcome }) => outcome === "acknowledged");
  const ends = (its: boolean): number[] =>
    acknowledged.filter((write) => (write.server === server) === its).map(({ endedAt }) => endedAt);
  return Math.min(...ends(true)) - Math.max(...ends(false));
}
