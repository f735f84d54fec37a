/** What the main loop and the thread that keeps its links say to each other. Times are those of `shared-clock.ts`. */
import type { ByteLinkOptions, LinkEnd } from "./byte-link.ts";

export interface Departure {
  /** When the frame leaves. */
  readonly atMs: number;
  readonly bytes: Uint8Array;
  /** It leaves even where something else is to leave before its time, and before that; others are then given up. */
  readonly kept: boolean;
}

export type LinkOrder =
  | { readonly type: "open"; readonly link: number; readonly url: string }
  | { readonly type: "send"; readonly link: number; readonly bytes: Uint8Array }
  /** What leaves from now on, soonest first, until the next order of this kind. */
  | { readonly type: "plan"; readonly link: number; readonly departures: readonly Departure[] }
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
