/** All kinds of trace, by name. */
import { type Random, seeded } from "../../../src/rng.ts";
import * as published from "./published.ts";
import type { Beat } from "./sending.ts";
import * as troubled from "./troubled.ts";

export interface Kind {
  readonly name: string;
  /** In ms. */
  readonly period: number;
  readonly make: (random: Random, beats: number) => Beat[];
}

/** Heartbeats that arrived, in periods: their slots, and when they came on the sender's grid. */
export interface Trace {
  readonly name: string;
  /** In ms. */
  readonly period: number;
  readonly slots: Float64Array;
  readonly arrivals: Float64Array;
}

const { PERIOD } = troubled;

export const kinds: readonly Kind[] = [
  { name: "wifi", period: PERIOD, make: troubled.wifi },
  { name: "cellular", period: PERIOD, make: troubled.cellular },
  { name: "bursty-loss", period: PERIOD, make: troubled.burstyLoss },
  { name: "even-loss", period: PERIOD, make: troubled.evenLoss },
  { name: "daily-congestion", period: PERIOD, make: troubled.dailyCongestion },
  { name: "stolen-cpu", period: PERIOD, make: troubled.stolenProcessor },
  { name: "lan-gc", period: PERIOD, make: troubled.lanGc },
  { name: "lossy-tcp", period: PERIOD, make: troubled.lossyTcp },
  { name: "wan-epfl", period: published.WAN_PERIOD, make: published.wanEpfl },
  { name: "wan-regimes", period: published.WAN_PERIOD, make: published.wanRegimes },
  { name: "planetlab", period: published.PLANETLAB_PERIOD, make: published.planetLab },
  { name: "lan", period: published.LAN_PERIOD, make: published.lan },
];

/** The trace of one kind and seed, of `beats` slots. */
export function traceOf({ name, period, make }: Kind, seed: number, beats: number): Trace {
  return traceFrom(name, period, make(seeded(seed), beats));
}

/** Arrivals in ms as a trace; slots ascend. */
export function traceFrom(name: string, period: number, beats: readonly Beat[]): Trace {
  return {
    name,
    period,
    slots: Float64Array.from(beats, ({ slot }) => slot),
    arrivals: Float64Array.from(beats, ({ at }) => at / period),
  };
}
