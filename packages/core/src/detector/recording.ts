/** The newest arrivals of one peer, kept so that people can look back at them; nothing is decided by it. */
import { type Instant, instant } from "../time.ts";

/** About a minute at four heartbeats a second, in 4 KiB. */
const KEPT = 256;

/** A ring of heartbeats: which slot of the sender's grid, and when it came. */
export interface Recording {
  readonly slots: Float64Array;
  readonly arrivals: Float64Array;
  /** How many were noted since it began; the newest stands at `(count - 1) % slots.length`. */
  count: number;
}

/** One heartbeat: its slot, and when it came. */
export type Arrival = readonly [slot: number, at: Instant];

export function newRecording(kept: number = KEPT): Recording {
  return { slots: new Float64Array(kept), arrivals: new Float64Array(kept), count: 0 };
}

/** Notes a heartbeat in the place of the oldest. */
export function note(recording: Recording, slot: number, at: Instant): void {
  const place = recording.count % recording.slots.length;
  recording.slots[place] = slot;
  recording.arrivals[place] = at;
  recording.count += 1;
}

/** Begins anew: what comes next does not go on from what came before. */
export function forgetArrivals(recording: Recording): void {
  recording.count = 0;
}

/** What is kept, oldest first. */
export function arrivalsOf(recording: Recording): readonly Arrival[] {
  const { slots, arrivals, count } = recording;
  const kept = Math.min(count, slots.length);
  return Array.from({ length: kept }, (_, index): Arrival => {
    const place = (count - kept + index) % slots.length;
    return [slots[place] ?? 0, instant(arrivals[place] ?? 0)];
  });
}
