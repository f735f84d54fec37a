/** The newest arrivals of one peer, kept so that people can look back at them; nothing is decided by it. */
import { type Instant, instant } from "../time.ts";

/** About a minute at four heartbeats a second, in 2 KiB. */
const KEPT = 256;
/** Arrivals are kept to 10 µs, in whole units: two that lie up to six hours apart are told apart. */
const UNITS_PER_MS = 100;

/** A ring of heartbeats: which slot of the sender's grid, and when it came. */
export interface Recording {
  /** Two numbers each, slot and arrival in units, of which the lowest 32 bits are kept. */
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
  return { ring: new Uint32Array(2 * kept), count: 0, slot: 0, at: 0 };
}

/** Notes a heartbeat in the place of the oldest. */
export function note(recording: Recording, slot: number, at: Instant): void {
  const { ring } = recording;
  const units = Math.round(at * UNITS_PER_MS);
  const place = (2 * recording.count) % ring.length;
  ring[place] = slot;
  ring[place + 1] = units;
  recording.slot = slot;
  recording.at = units;
  recording.count += 1;
}

/** Begins anew: what comes next does not go on from what came before. */
export function forgetArrivals(recording: Recording): void {
  recording.count = 0;
}

/** What is kept, oldest first. It is counted back from the newest: the lowest bits of two numbers tell how far they are apart. */
export function arrivalsOf(recording: Recording): readonly Arrival[] {
  const { ring, count, slot, at } = recording;
  const kept = Math.min(count, ring.length / 2);
  return Array.from({ length: kept }, (_, index): Arrival => {
    const place = (2 * (count - kept + index)) % ring.length;
    const slotsBack = (slot - (ring[place] ?? 0)) | 0;
    const unitsBack = (at - (ring[place + 1] ?? 0)) | 0;
    return [slot - slotsBack, instant((at - unitsBack) / UNITS_PER_MS)];
  });
}
