/**
 * Many deadlines, the earliest at hand: a binary heap of (instant, key).
 *
 * Deadlines that move are re-armed lazily: whoever owns the key lets the old entry ring, finds that it is not time yet,
 * and arms the new one. So a heartbeat, which moves a deadline later, costs nothing here.
 */
import type { Instant } from "./time.ts";

export interface Alarm {
  readonly at: Instant;
  readonly key: string;
}

/** A heap of alarms as plain data; change it only through the functions below. */
export type Alarms = Alarm[];

/** The earliest deadline, or undefined where none is armed. */
export function nextAlarmAt(alarms: Alarms): Instant | undefined {
  return alarms[0]?.at;
}

/** Adds a deadline; a key may have several. */
export function arm(alarms: Alarms, at: Instant, key: string): void {
  alarms.push({ at, key });
  let child = alarms.length - 1;
  while (child > 0) {
    const parent = (child - 1) >> 1;
    if (!earlier(alarms, child, parent)) return;
    swap(alarms, child, parent);
    child = parent;
  }
}

/** Takes the earliest deadline out where it has come; gives its key. */
export function ring(alarms: Alarms, now: Instant): string | undefined {
  const first = alarms[0];
  if (first === undefined || first.at > now) return undefined;
  const last = alarms.pop();
  if (last !== undefined && alarms.length > 0) {
    alarms[0] = last;
    sink(alarms);
  }
  return first.key;
}

function sink(alarms: Alarms): void {
  let parent = 0;
  for (;;) {
    const left = 2 * parent + 1;
    if (left >= alarms.length) return;
    const right = left + 1;
    const child = right < alarms.length && earlier(alarms, right, left) ? right : left;
    if (!earlier(alarms, child, parent)) return;
    swap(alarms, child, parent);
    parent = child;
  }
}

/** Equal instants ring in the order of their keys, so that two runs of one history are the same. */
function earlier(alarms: Alarms, one: number, other: number): boolean {
  const a = alarms[one];
  const b = alarms[other];
  if (a === undefined || b === undefined) return false;
  return a.at < b.at || (a.at === b.at && a.key < b.key);
}

function swap(alarms: Alarms, one: number, other: number): void {
  const a = alarms[one];
  const b = alarms[other];
  if (a === undefined || b === undefined) return;
  alarms[one] = b;
  alarms[other] = a;
}
