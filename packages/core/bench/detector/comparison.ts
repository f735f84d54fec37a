/** The learned law and all peers on traces of one kind, at equal mean detection time. */
import { type Learned, learnedAt } from "./learned.ts";
import { atDetection, atMistakes } from "./matching.ts";
import { peers } from "./peers/all.ts";
import type { Deadlines } from "./peers/peer.ts";
import { judgedSlots, promptDetection, qualityOf, waitsOf } from "./quality.ts";
import type { Trace } from "./traces/kinds.ts";

/** Operating points: mean T_D beyond a deadline that waits for nothing, in periods. */
export const MARGINS: readonly number[] = [0.25, 0.5, 1, 1.5, 2, 3, 4.5];
/** The point that is looked at closely; the product's `suspect` stands near it. */
export const CLOSE_UP: number = MARGINS.indexOf(1.5);
export const LEARNED = "learned";

/** What one rule did at one point of one trace. */
export interface Point {
  readonly margin: number;
  readonly mistakes: number;
}

/** One rule on one trace. */
export interface Row {
  readonly rule: string;
  readonly points: readonly Point[];
  /** At {@link CLOSE_UP}: T_D in periods, the share of time trusted, and what the learned law's mistakes cost. */
  readonly closeUp: {
    readonly p99: number;
    readonly max: number;
    readonly trusted: number;
    readonly marginAtEqualMistakes: number;
  };
}

export interface Comparison {
  readonly trace: string;
  readonly period: number;
  readonly hours: number;
  /** Thresholds of the learned law at the points. */
  readonly thresholds: readonly number[];
  /** The learned law first. */
  readonly rows: readonly Row[];
}

const MS_PER_HOUR = 3_600_000;

/** Every rule at every point of one trace. */
export function compare(trace: Trace): Comparison {
  const learned = learnedAt(trace, MARGINS);
  return {
    trace: trace.name,
    period: trace.period,
    hours: (judgedSlots(trace) * trace.period) / MS_PER_HOUR,
    thresholds: learned.map(({ threshold }) => threshold),
    rows: [
      rowOf(
        trace,
        LEARNED,
        learned.map(({ deadlines }) => deadlines),
        undefined,
      ),
      ...peers.map((peer) => peerRow(trace, peer.name, peer.on(trace), learned)),
    ],
  };
}

function peerRow(trace: Trace, name: string, rule: Deadlines, learned: readonly Learned[]): Row {
  const qualities = learned.map(({ deadlines }) => qualityOf(trace, deadlines));
  const settings = qualities.map(({ detection }) => atDetection(trace, rule, detection).deadlines);
  const equal = atMistakes(trace, rule, qualities[CLOSE_UP]?.mistakes ?? 0);
  return rowOf(trace, name, settings, equal.quality.detection);
}

function rowOf(
  trace: Trace,
  rule: string,
  settings: readonly Float64Array[],
  equalMistakes: number | undefined,
): Row {
  const prompt = promptDetection(trace);
  const qualities = settings.map((deadlines) => qualityOf(trace, deadlines));
  const near = settings[CLOSE_UP] ?? new Float64Array();
  const { trusted, detection } = qualities[CLOSE_UP] ?? qualityOf(trace, near);
  return {
    rule,
    points: qualities.map(({ detection: mean, mistakes }) => ({ margin: mean - prompt, mistakes })),
    closeUp: {
      ...waitsOf(trace, near),
      trusted,
      marginAtEqualMistakes: (equalMistakes ?? detection) - prompt,
    },
  };
}

/** Traces of one kind as one: mistakes and hours add up, the rest is the mean. */
export function together(name: string, all: readonly Comparison[]): Comparison {
  const [first] = all;
  if (first === undefined) throw new RangeError("nothing to put together");
  const mean = (of: (comparison: Comparison) => number): number =>
    all.reduce((sum, each) => sum + of(each), 0) / all.length;
  return {
    trace: name,
    period: first.period,
    hours: mean(({ hours }) => hours) * all.length,
    thresholds: first.thresholds.map((_, at) => mean(({ thresholds }) => thresholds[at] ?? 0)),
    rows: first.rows.map(({ rule, points }, row) => {
      const near = (of: (closeUp: Row["closeUp"]) => number): number =>
        mean(({ rows }) =>
          of(rows[row]?.closeUp ?? { p99: 0, max: 0, trusted: 0, marginAtEqualMistakes: 0 }),
        );
      return {
        rule,
        points: points.map((_, at) => ({
          margin: mean(({ rows }) => rows[row]?.points[at]?.margin ?? 0),
          mistakes: mean(({ rows }) => rows[row]?.points[at]?.mistakes ?? 0) * all.length,
        })),
        closeUp: {
          p99: near(({ p99 }) => p99),
          max: Math.max(...all.map(({ rows }) => rows[row]?.closeUp.max ?? 0)),
          trusted: near(({ trusted }) => trusted),
          marginAtEqualMistakes: near(({ marginAtEqualMistakes }) => marginAtEqualMistakes),
        },
      };
    }),
  };
}
