/** The newest arrivals of one peer, kept so that people can look back at them; nothing is decided by it. */
import { type Instant, instant } from "../time.ts";

/** About a minute at four heartbeats a second, in 1 KiB. */
const KEPT = 256;
/** Arrivals are kept to 0.1 ms: less than a hundredth of the least lateness that the learned law tells apart. */
const UNITS_PER_MS = 10;
/** Of the 32 bits of an arrival these many, the lower ones, say how long after the one before it came: up to 209 s. */
const GAP_BITS = 21;
const GAP_MAX = 2 ** GAP_BITS - 1;
/** The others say by how many slots it was further: up to 2047. */
const SLOTS_MAX = 2 ** (32 - GAP_BITS) - 1;

/** A ring of heartbeats: which slot of the sender's grid, and when it came. */
export interface Recording {
  /** What lies between an arrival and the one before it: slots and units of time in one number. */
  readonly ring: Uint32Array;
  /** How many were noted since it began. */
  count: number;
  /** The newest, whole. */
  slot: number;
  at: number;
}

/** One heartbeat: its slot, and when it came. */
export type Arrival = readonly [slot: number, at: Instant];

export function newRecording(kept: number = KEPT): Recording {
  return { ring: new Uint32Array(kept), count: 0, slot: 0, at: 0 };
}

/** Notes a heartbeat in the place of the oldest. After a silence of minutes, or a slot that goes back, it begins anew. */
export function note(recording: Recording, slot: number, at: Instant): void {
  const { ring } = recording;
  const units = Math.round(at * UNITS_PER_MS);
  const gap = units - recording.at;
  const slots = slot - recording.slot;
  if (gap < 0 || gap > GAP_MAX || slots < 0 || slots > SLOTS_MAX) recording.count = 0;
  ring[recording.count % ring.length] = slots * 2 ** GAP_BITS + gap;
  recording.slot = slot;
  recording.at = units;
  recording.count += 1;
}

/** Begins anew: what comes next does not go on from what came before. */
export function forgetArrivals(recording: Recording): void {
  recording.count = 0;
}

/** What is kept, oldest first: counted back from the newest. */
export function arrivalsOf(recording: Recording): readonly Arrival[] {
  const { ring, count } = recording;
  const arrivals: Arrival[] = [];
  let { slot, at } = recording;
  for (let back = 1; back <= Math.min(count, ring.length); back += 1) {
    arrivals.push([slot, instant(at / UNITS_PER_MS)]);
    const between = ring[(count - back) % ring.length] ?? 0;
    slot -= between >>> GAP_BITS;
    at -= between & GAP_MAX;
  }
  return arrivals.toReversed();
}
