/**
 * When is the next heartbeat due? The sender keeps an absolute grid of slots, so that each arrival says when slot 0 lay
 * on our clock, plus its own delay. Four terms follow it:
 *
 *     due(slot) = anchor + (slot − anchorSlot) · period + level + trend + shift
 *
 * `level` is a slow mean of the offsets (1/200, quicker while young; one outlier moves it as 2 periods at most), `trend`
 * a damped slope for a sender whose clock or period is a few per cent off, and `shift` answers at once when delays
 * change for good: the smallest of the last three deviations, where all three lie on one side.
 *
 * Which estimator is taken hardly matters (eight were within 5 %); that it goes by slots does. A late heartbeat does
 * not postpone the next deadline, and neither does a backlog.
 */
import { type Instant, instant } from "../time.ts";

const LEVEL_GAIN = 1 / 200;
const TREND_GAIN = 2e-5;
const TREND_DAMPING = 0.9999;
/** No single arrival moves the level as more than this many periods. */
const SURPRISE_MAX = 2;
/** A deviation of more periods than this is no delay: the sender's grid has moved, as after a suspension. */
const REANCHOR_LATE = 8;
/** Nothing arrives this many periods before it is due: it was the anchor that came late, in front of a backlog. */
const REANCHOR_EARLY = 2;

/** What is known of one sender's grid; plain data. */
export interface Expectation {
  readonly intervalMs: number;
  anchorSlot: number;
  anchorAt: number;
  /** The newest slot that was observed. */
  slot: number;
  /** ms; added to the anchor's grid at {@link slot}. */
  level: number;
  /** ms per slot. */
  trend: number;
  shift: number;
  /** Deviations before the shift, newest first, in ms. */
  recent: [number, number, number];
  /** Arrivals since the anchor. */
  seen: number;
}

/** Expects slot `slot` at `at`. */
export function newExpectation(intervalMs: number, slot: number, at: Instant): Expectation {
  return {
    intervalMs,
    anchorSlot: slot,
    anchorAt: at,
    slot,
    level: 0,
    trend: 0,
    shift: 0,
    recent: [0, 0, 0],
    seen: 1,
  };
}

/** Puts the grid so that `slot` was due at `at`, and keeps the trend. */
export function anchor(expectation: Expectation, slot: number, at: Instant): void {
  expectation.anchorSlot = slot;
  expectation.anchorAt = at;
  expectation.slot = slot;
  expectation.level = 0;
  expectation.shift = 0;
  expectation.recent = [0, 0, 0];
  expectation.seen = 1;
}

/** When `slot` is due. */
export function dueAt(expectation: Expectation, slot: number): Instant {
  return instant(gridAt(expectation, slot) + expectation.shift);
}

/**
 * Takes in that `slot` arrived at `at`; a newer slot than any before. With `regular` false (it waited in a backlog, or
 * while the observer stood still) it only corrects an anchor that is plainly wrong.
 */
export function observe(expectation: Expectation, slot: number, at: Instant, regular: boolean): void {
  const { intervalMs } = expectation;
  const due = gridAt(expectation, slot);
  const deviation = at - due;
  const periods = (deviation - expectation.shift) / intervalMs;
  const drains = !regular && expectation.seen === 1 && periods < 0;
  if (periods > REANCHOR_LATE || periods < -REANCHOR_EARLY || drains) {
    anchor(expectation, slot, at);
    return;
  }
  if (!regular) return;
  const steps = slot - expectation.slot;
  const surprise = clip(deviation, SURPRISE_MAX * intervalMs);
  const gain = Math.max(LEVEL_GAIN, 1 / (expectation.seen + 1));
  expectation.level += expectation.trend * steps + gain * surprise;
  expectation.trend = expectation.trend * TREND_DAMPING + (TREND_GAIN * surprise) / Math.min(steps, 50);
  expectation.slot = slot;
  expectation.seen += 1;
  const { recent } = expectation;
  recent[2] = recent[1];
  recent[1] = recent[0];
  recent[0] = deviation;
  expectation.shift = commonPart(recent);
}

function gridAt(expectation: Expectation, slot: number): number {
  const { anchorAt, anchorSlot, intervalMs, level, trend } = expectation;
  return anchorAt + (slot - anchorSlot) * intervalMs + level + trend * (slot - expectation.slot);
}

/** The smallest of three numbers of one sign, by size; 0 where their signs differ. */
function commonPart([a, b, c]: readonly [number, number, number]): number {
  if (a > 0 && b > 0 && c > 0) return Math.min(a, b, c);
  if (a < 0 && b < 0 && c < 0) return Math.max(a, b, c);
  return 0;
}

function clip(value: number, most: number): number {
  return Math.min(Math.max(value, -most), most);
}
