/** Sets of times and thresholds that fit together. */
import type { CoordinatorFile } from "./config-schema.ts";

/** What a profile stands for; each value can be overridden. Times in ms. */
export interface Profile {
  readonly heartbeat: { readonly interval: number };
  readonly detector: {
    readonly suspect: number;
    readonly down: number;
    readonly alone: number;
    readonly missed: number;
    readonly cap: number;
  };
  readonly lease: { readonly duration: number };
}

const thresholds = { suspect: 3.5, down: 6, alone: 8, missed: 2 } as const;

/** `fast` for one quiet rack, `lan` for one site, `wan` for sites far apart. */
export const PROFILES: Readonly<Record<CoordinatorFile["profile"], Profile>> = {
  fast: { heartbeat: { interval: 100 }, detector: { ...thresholds, cap: 2_500 }, lease: { duration: 1_000 } },
  lan: { heartbeat: { interval: 250 }, detector: { ...thresholds, cap: 5_000 }, lease: { duration: 2_000 } },
  wan: {
    heartbeat: { interval: 1_000 },
    detector: { ...thresholds, cap: 20_000 },
    lease: { duration: 10_000 },
  },
};
