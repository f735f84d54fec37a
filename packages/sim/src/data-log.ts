/**
 * The data of one member, as far as it matters: how many writes it has, and under which active each was made.
 *
 * Two members' logs share what they have in common up to the first stretch in which they differ, as in Raft (Ongaro,
 * Ousterhout, "In Search of an Understandable Consensus Algorithm", USENIX ATC 2014, 5.3). A write is named by the
 * epoch at which it was made and its position.
 */
export interface DataLog {
  /** Stretches by epoch, oldest first: the writes after `from`, up to the next stretch or the end. */
  readonly stretches: readonly { readonly epoch: number; readonly from: number }[];
  readonly position: number;
}

export const emptyLog: DataLog = { stretches: [], position: 0 };

/** The log of a member that begins to take writes at this epoch. */
export function opened(log: DataLog, epoch: number): DataLog {
  return { stretches: [...log.stretches, { epoch, from: log.position }], position: log.position };
}

/** The position at which an epoch's stretch ends; 0 where the log has none. */
export function endOf(log: DataLog, epoch: number): number {
  const index = log.stretches.findIndex((stretch) => stretch.epoch === epoch);
  return index < 0 ? 0 : endAt(log, index);
}

function endAt(log: DataLog, index: number): number {
  return log.stretches[index + 1]?.from ?? log.position;
}

/** The last position up to which two logs are the same. */
export function commonEnd(one: DataLog, other: DataLog): number {
  let common = 0;
  for (const [index, stretch] of one.stretches.entries()) {
    const twin = other.stretches[index];
    if (twin === undefined || twin.epoch !== stretch.epoch || twin.from !== stretch.from) return common;
    const [end, twinEnd] = [endAt(one, index), endAt(other, index)];
    common = Math.min(end, twinEnd);
    if (end !== twinEnd) return common;
  }
  return common;
}

/** The log without what comes after a position. */
export function cut(log: DataLog, position: number): DataLog {
  if (position >= log.position) return log;
  return { stretches: log.stretches.filter((stretch) => stretch.from < position), position };
}
