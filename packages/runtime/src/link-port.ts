/** What the main loop and the thread that keeps its links say to each other. Times are those of `shared-clock.ts`. */
import type { ByteLinkOptions, LinkEnd } from "./byte-link.ts";

export interface Departure {
  /** When the frame leaves. */
  readonly atMs: number;
  readonly bytes: Uint8Array;
  /** It leaves even where something else is to leave before its time, and before that; others are then given up. */
  readonly kept: boolean;
}

/**
 * Departures as they cross to the thread, in one buffer that changes hands: a plan holds dozens, most of which never leave,
 * and one by one they would cost more than all else that a daemon does at rest.
 */
export interface PackedPlan {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** For each departure, where its frame ends in `bytes`. */
  readonly ends: readonly number[];
  readonly atMs: readonly number[];
  /** How many of them are kept; they come first. */
  readonly kept: number;
}

export function packed(departures: readonly Departure[]): PackedPlan {
  const bytes = new Uint8Array(departures.reduce((sum, one) => sum + one.bytes.length, 0));
  const ends: number[] = [];
  for (const one of departures) {
    const start = ends.at(-1) ?? 0;
    bytes.set(one.bytes, start);
    ends.push(start + one.bytes.length);
  }
  const kept = departures.filter((one) => one.kept).length;
  return { bytes, ends, atMs: departures.map(({ atMs }) => atMs), kept };
}

export function unpacked({ bytes, ends, atMs, kept }: PackedPlan): Departure[] {
  return atMs.map((at, index) => ({
    atMs: at,
    bytes: bytes.subarray(ends[index - 1] ?? 0, ends[index]),
    kept: index < kept,
  }));
}

export type LinkOrder =
  | { readonly type: "open"; readonly link: number; readonly url: string }
  | { readonly type: "send"; readonly link: number; readonly bytes: Uint8Array }
  /** What leaves from now on, soonest first, until the next order of this kind. */
  | { readonly type: "plan"; readonly link: number; readonly plan: PackedPlan }
  | { readonly type: "close"; readonly link: number; readonly wsCode: number; readonly reason: string };

export type LinkNews =
  | { readonly type: "opened"; readonly link: number }
  | {
      readonly type: "received";
      readonly link: number;
      readonly bytes: Uint8Array;
      readonly isBinary: boolean;
      readonly atMs: number;
    }
  | { readonly type: "closed"; readonly link: number; readonly end: LinkEnd };

export type LinkThreadOptions = ByteLinkOptions;
