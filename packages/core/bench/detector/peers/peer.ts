/** What every rule is to the benchmark: deadlines after each arrival, for any setting of its one knob. */
import type { Trace } from "../traces/kinds.ts";

/** Deadlines, in periods on the sender's grid: one after each arrival. More of the knob never makes one earlier. */
export type Deadlines = (knob: number) => Float64Array;

export interface Peer {
  readonly name: string;
  /** What is turned to trade time against mistakes. */
  readonly knob: string;
  readonly on: (trace: Trace) => Deadlines;
}

/** After one arrival the deadline is `base` + knob · `scale`. */
interface Line {
  readonly base: number;
  readonly scale: number;
}

/** A rule whose memory does not depend on its knob: it sees each arrival once. */
export function linePeer(
  name: string,
  knob: string,
  begin: () => (slot: number, arrival: number, gap: number) => Line,
): Peer {
  const on = ({ slots, arrivals }: Trace): Deadlines => {
    const bases = new Float64Array(slots.length);
    const scales = new Float64Array(slots.length);
    const take = begin();
    for (let index = 0; index < slots.length; index++) {
      const arrival = arrivals[index] ?? 0;
      const gap = index === 0 ? Number.NaN : arrival - (arrivals[index - 1] ?? 0);
      const { base, scale } = take(slots[index] ?? 0, arrival, gap);
      bases[index] = base;
      scales[index] = scale;
    }
    return (setting) => {
      const deadlines = new Float64Array(bases.length);
      for (let index = 0; index < bases.length; index++)
        deadlines[index] = (bases[index] ?? 0) + setting * (scales[index] ?? 0);
      return deadlines;
    };
  };
  return { name, knob, on };
}
