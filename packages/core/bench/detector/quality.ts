/**
 * Quality of service of deadlines on a trace, after Chen, Toueg and Aguilera (IEEE ToC 2002). All times in periods.
 *
 * After each arrival a rule sets a deadline. If the next arrival comes behind it, that was a **mistake**. Had the peer
 * died instead, the deadline is when that would be known: **T_D** is the time from the death to it. The death is taken
 * just after a slot, each as likely as any other, lost ones too; T_D is 0 where the peer was suspected already.
 * Deadlines are exact: nobody polls.
 */
import type { Trace } from "./traces/kinds.ts";

/** Arrivals that only teach. */
export const WARM_UP = 2_000;

export interface Quality {
  readonly mistakes: number;
  /** Mean of T_D. */
  readonly detection: number;
  /** Share of the time in which the peer, alive, was trusted: P_A. */
  readonly trusted: number;
}

/** Counts mistakes and times over all judged silences. */
export function qualityOf(trace: Trace, deadlines: Float64Array): Quality {
  const { slots, arrivals } = trace;
  let [mistakes, detection, deaths, suspected] = [0, 0, 0, 0];
  for (let index = warmUpOf(trace); index + 1 < slots.length; index++) {
    const slot = slots[index] ?? 0;
    const next = arrivals[index + 1] ?? 0;
    const deadline = deadlines[index] ?? 0;
    const silent = (slots[index + 1] ?? 0) - slot;
    const wait = Math.max(0, deadline - slot);
    const early = Math.min(silent, Math.ceil(wait));
    detection += early * wait - (early * (early - 1)) / 2;
    deaths += silent;
    if (next > deadline) {
      mistakes += 1;
      suspected += next - Math.max(deadline, arrivals[index] ?? 0);
    }
  }
  return { mistakes, detection: detection / deaths, trusted: 1 - suspected / deaths };
}

/** The waits from the slot of the last arrival to the deadline: T_D of a death just after a heartbeat that arrived. */
export function waitsOf(
  trace: Trace,
  deadlines: Float64Array,
): { readonly p99: number; readonly max: number } {
  const from = warmUpOf(trace);
  const waits = deadlines
    .map((deadline, index) => deadline - (trace.slots[index] ?? 0))
    .slice(from, -1)
    .sort();
  return { p99: waits[Math.ceil(waits.length * 0.99) - 1] ?? 0, max: waits.at(-1) ?? 0 };
}

/** What a deadline spends that waits for nothing: one period, and the usual delay. Margins are counted from here. */
export function promptDetection(trace: Trace): number {
  const delays = trace.arrivals.map((arrival, index) => arrival - (trace.slots[index] ?? 0)).sort();
  return 1 + (delays[delays.length >> 1] ?? 0);
}

/** How many slots were judged. */
export function judgedSlots(trace: Trace): number {
  return (trace.slots.at(-1) ?? 0) - (trace.slots[warmUpOf(trace)] ?? 0);
}

function warmUpOf({ slots }: Trace): number {
  return Math.min(WARM_UP, slots.length >> 2);
}
