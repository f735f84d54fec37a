/**
 * Judges a log of writes: was there ever more than one active, and is everything there that was promised?
 *
 * Each acknowledged write carries the epoch of the database that took it. So each epoch is a reign, from the first
 * acknowledgement that was read to the last one; of that one we take an instant at which it had surely not arrived
 * yet, so that a slow writer cannot be taken for two actives. Reigns must be those of one database, and follow
 * one another: the last acknowledgement of a reign comes before the first one of every later epoch.
 */
import type { Write } from "./write.ts";

export interface Reign {
  readonly epoch: number;
  readonly servers: readonly string[];
  readonly gates: readonly string[];
  readonly acknowledged: number;
  /** Its writes that were acknowledged, each with an instant that lies surely before that. */
  readonly writes: readonly { readonly value: number; readonly after: number }[];
  /** When the first acknowledgement was read. */
  readonly firstAt: number;
  /** The latest instant that lies surely before an acknowledgement of this reign. */
  readonly lastAfter: number;
  /** When the last acknowledgement was read. */
  readonly lastAt: number;
}

export interface Verdict {
  readonly reigns: readonly Reign[];
  /** Each way in which two actives were seen, in words. */
  readonly overlaps: readonly string[];
  /**
   * Those of them in which more than one write came late. A process that is stopped between its gate's look at the clock
   * and the write that follows lets that one chunk out when it goes on (SAFETY.md, "What remains outside").
   */
  readonly overlapsBeyondOneChunk: readonly string[];
  /** Acknowledged, and not in the database. */
  readonly lost: readonly number[];
  /** Refused, and in the database all the same; or there more than once. */
  readonly phantoms: readonly number[];
  readonly acknowledged: number;
}

/** @param surviving what the active holds after the last write has ended. */
export function judge(writes: readonly Write[], surviving: readonly number[]): Verdict {
  const acknowledged = writes.filter((write) => write.outcome === "acknowledged");
  const refused = writes.filter((write) => write.outcome === "refused");
  const there = new Set(surviving);
  const reigns = reignsOf(acknowledged);
  const shared = reigns.flatMap(sharedThrone);
  const outlasting = reigns.flatMap((reign) => outlived(reign, reigns));
  const words = (overlaps: readonly Outlasting[]): string[] => overlaps.map(wordsOf);
  return {
    reigns,
    overlaps: [...shared, ...words(outlasting)],
    overlapsBeyondOneChunk: [...shared, ...words(outlasting.filter(({ late }) => late.length > 1))],
    lost: acknowledged.map(({ value }) => value).filter((value) => !there.has(value)),
    phantoms: [
      ...refused.map(({ value }) => value).filter((value) => there.has(value)),
      ...repeated(surviving),
    ],
    acknowledged: acknowledged.length,
  };
}

function reignsOf(acknowledged: readonly Write[]): Reign[] {
  const byEpoch = Map.groupBy(acknowledged, ({ epoch }) => epoch);
  return [...byEpoch]
    .map(([epoch, writes]) => reignOf(epoch, writes))
    .sort((one, other) => one.epoch - other.epoch);
}

function reignOf(epoch: number, writes: readonly Write[]): Reign {
  const ends = writes.map(({ endedAt }) => endedAt);
  const instants = writes.map(({ value, sentAt, notBefore }) => ({
    value,
    after: Math.max(sentAt, notBefore),
  }));
  return {
    epoch,
    servers: [...new Set(writes.map(({ server }) => server))],
    gates: [...new Set(writes.map(({ gate }) => gate))],
    acknowledged: writes.length,
    firstAt: ends.reduce((one, other) => Math.min(one, other)),
    writes: instants,
    lastAfter: instants.map(({ after }) => after).reduce((one, other) => Math.max(one, other)),
    lastAt: ends.reduce((one, other) => Math.max(one, other)),
  };
}

function sharedThrone({ epoch, servers }: Reign): string[] {
  if (epoch === 0) return [`writes were acknowledged without an epoch, by ${servers.join(" and ")}`];
  return servers.length > 1 ? [`epoch ${epoch} was served by ${servers.join(" and ")}`] : [];
}

/** A reign that went on into a later one, and the writes that it acknowledged there. */
interface Outlasting {
  readonly reign: Reign;
  readonly later: Reign;
  readonly late: readonly number[];
}

function outlived(reign: Reign, reigns: readonly Reign[]): Outlasting[] {
  return reigns
    .filter((later) => later.epoch > reign.epoch && later.firstAt <= reign.lastAfter)
    .map((later) => {
      const late = reign.writes.filter(({ after }) => after >= later.firstAt).map(({ value }) => value);
      return { reign, later, late };
    });
}

function wordsOf({ reign, later, late }: Outlasting): string {
  const byMs = (reign.lastAfter - later.firstAt).toFixed(1);
  return `epoch ${reign.epoch} on ${reign.servers.join()} went on ${byMs} ms into epoch ${later.epoch} on ${later.servers.join()}: writes ${named(late)}`;
}

/** The first few values, and how many there are. */
function named(values: readonly number[]): string {
  const more = values.length > 10 ? ` and ${values.length - 10} more` : "";
  return `${values.slice(0, 10).join(", ")}${more}`;
}

function repeated(values: readonly number[]): number[] {
  const seen = new Set<number>();
  return values.filter((value) => seen.has(value) || !seen.add(value));
}
