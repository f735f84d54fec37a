/** A cluster in containers under writes from both sides: before, while and after something is done to it. */
import { type Verdict, judge } from "../checker.ts";
import { clockMs } from "../until.ts";
import type { Write, WriterManner } from "../write.ts";
import { Writers } from "../writers.ts";
import type { ContainerCluster } from "./container-cluster.ts";
import type { ContainerHost } from "./container-host.ts";

const WARM_UP_WRITES = 30;

/** Notices to within some milliseconds when writes are taken again, and leaves most of the machine to the services. */
const outside: WriterManner = { connections: 1, paceMs: 5, retryMs: 5, patienceMs: 1_000 };
const inside: WriterManner = { connections: 1, paceMs: 20, retryMs: 50, patienceMs: 1_000 };

export interface Outcome {
  readonly active: ContainerHost;
  readonly writes: readonly Write[];
  readonly verdict: Verdict;
  /** The longest time after `since` in which no client outside got an acknowledgement, in ms. */
  readonly outageMs: number;
}

export class Trial {
  readonly cluster: ContainerCluster;
  /** The active before the fault, and its epoch. */
  readonly old: ContainerHost;
  readonly epoch: number;
  /** Clients that no fault touches, and clients on the active's host, whose network they share. */
  readonly #outside: Writers;
  readonly #inside: Writers;
  #faultAt = Number.NaN;

  private constructor(cluster: ContainerCluster, old: ContainerHost, epoch: number) {
    this.cluster = cluster;
    this.old = old;
    this.epoch = epoch;
    const { gates, folder, kit } = cluster;
    const seats = [
      { client: "outside", inside: [], first: 1, step: 2 },
      { client: old.name, inside: old.inNetwork, first: 2, step: 2 },
    ] as const;
    this.#outside = new Writers(gates, folder.path, outside, kit.language, seats[0]);
    this.#inside = new Writers(gates, folder.path, inside, kit.language, seats[1]);
  }

  /** Begins to write through every gate from both places, and returns once writes of both are acknowledged. */
  static async begin(cluster: ContainerCluster, deadlineMs: number): Promise<Trial> {
    const old = await cluster.settled(deadlineMs);
    await cluster.kit.clear(cluster.placeOf(old));
    const trial = new Trial(cluster, old, await cluster.epoch());
    try {
      await trial.#outside.acknowledged("writes", deadlineMs, ({ value }) => value > 2 * WARM_UP_WRITES);
      await trial.#inside.acknowledged("writes of the active's own host", deadlineMs, () => true);
      return trial;
    } catch (error) {
      await trial.stop();
      throw error;
    }
  }

  /** Notes the instant and does it. */
  async strike(fault: () => Promise<unknown>): Promise<void> {
    this.#faultAt = clockMs();
    await fault();
  }

  /** Waits until a client outside gets an acknowledgement at a later epoch. */
  async moved(deadlineMs: number): Promise<void> {
    await this.#outside.acknowledged(
      `writes at an epoch after ${this.epoch}`,
      deadlineMs,
      ({ epoch }) => epoch > this.epoch,
    );
  }

  /** Lets time pass until clients outside get acknowledgements of what they send then: for what must move nothing. */
  async watched(ms: number): Promise<void> {
    const end = clockMs() + ms;
    await this.#outside.acknowledged(`writes after ${ms} ms`, ms + 20_000, ({ sentAt }) => sentAt > end);
  }

  /** Waits until all members are in their places, stops writing, and judges all that was written. */
  async end(deadlineMs: number): Promise<Outcome> {
    const active = await this.cluster.settled(deadlineMs);
    const writes = await this.stop();
    const surviving = await this.cluster.kit.surviving(this.cluster.placeOf(active));
    return { active, writes, verdict: judge(writes, surviving), outageMs: this.#outageMs(writes) };
  }

  /** Ends the clients; gives all that they wrote. Safe to call again. */
  async stop(): Promise<readonly Write[]> {
    const logs = await Promise.all([this.#outside.stop(), this.#inside.stop()]);
    return logs.flat();
  }

  #outageMs(writes: readonly Write[]): number {
    const ends = writes
      .filter(({ outcome, client }) => outcome === "acknowledged" && client === "outside")
      .map(({ endedAt }) => endedAt)
      .toSorted((one, other) => one - other);
    return ends
      .slice(1)
      .map((end, index) => ({ end, gapMs: end - (ends[index] ?? end) }))
      .filter(({ end }) => end > this.#faultAt)
      .reduce((longest, { gapMs }) => Math.max(longest, gapMs), 0);
  }
}
