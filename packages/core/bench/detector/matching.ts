/** Turns a peer's knob until it detects as fast, or errs as seldom, as something else. */
import type { Deadlines } from "./peers/peer.ts";
import { type Quality, qualityOf } from "./quality.ts";
import type { Trace } from "./traces/kinds.ts";

/** A peer may take this much longer, in periods, and still counts as equally fast. */
const TOLERANCE = 0.005;
/** Where the search ends, in units of the knob. */
const KNOB_STEP = 1e-4;
const KNOB_MIN = -8;
const KNOB_MAX = 1e6;

export interface Setting {
  readonly knob: number;
  readonly deadlines: Float64Array;
  readonly quality: Quality;
}

/**
 * The setting whose mean detection time is `detection`; a little longer rather than shorter. A peer whose time jumps past
 * it, because what it remembers depends on its knob, is taken in front of its jump.
 */
export function atDetection(trace: Trace, rule: Deadlines, detection: number): Setting {
  const { below, above } = search(trace, rule, (quality) => quality.detection - detection, TOLERANCE / 5);
  return above.quality.detection <= detection + TOLERANCE ? above : below;
}

/** The setting with the shortest detection time that makes at most `mistakes`. */
export function atMistakes(trace: Trace, rule: Deadlines, mistakes: number): Setting {
  return search(trace, rule, (quality) => (quality.mistakes > mistakes ? -1 : 1), 0).above;
}

/** Two neighbouring settings between which `excess`, which grows with the knob, leaves the negative numbers. */
function search(
  trace: Trace,
  rule: Deadlines,
  excess: (quality: Quality) => number,
  enough: number,
): { readonly below: Setting; readonly above: Setting } {
  const at = (knob: number): Setting & { readonly excess: number } => {
    const deadlines = rule(knob);
    const quality = qualityOf(trace, deadlines);
    return { knob, deadlines, quality, excess: excess(quality) };
  };
  let below = at(KNOB_MIN);
  let above = at(1);
  while (above.excess < 0 && above.knob < KNOB_MAX) [below, above] = [above, at(above.knob * 2)];
  for (let round = 0; above.excess > enough && above.knob - below.knob > KNOB_STEP; round++) {
    // By turns a straight line, since the time nearly is one in the knob, and halving, in case it is not.
    const straight = (enough / 2 - below.excess) / (above.excess - below.excess);
    const share = round % 2 === 0 ? Math.min(Math.max(straight, 0.001), 0.999) : 0.5;
    const middle = at(below.knob + share * (above.knob - below.knob));
    if (middle.excess < 0) below = middle;
    else above = middle;
  }
  return { below, above };
}
