/** Every node loses its connection at one instant, and all come back at once: is anybody suspected? */
import { setTimeout as sleep } from "node:timers/promises";
import { Lane, type Load } from "./lane.ts";

/** What must not happen because of it. */
export const UNWANTED = ["nodeSuspected", "nodeDown", "selfPreservationBegan"] as const;
/** What happens to a group whose holder was let in when its lease had ended already: nobody is suspected for that. */
export const TOO_LATE = "failoverStarted";

/** How often it happened. */
export function unwanted(events: ReadonlyMap<string, number>): number {
  return UNWANTED.reduce((sum, type) => sum + (events.get(type) ?? 0), 0);
}

export interface Storm extends Load {
  /** Until the last node was welcomed again, and until all leases were held and all reports known, in ms. */
  readonly backMs: number;
  readonly settledMs: number;
  /** The longest that the coordinator's loop stood still, in ms. */
  readonly delayMaxMs: number;
  readonly events: ReadonlyMap<string, number>;
}

/** How long it is watched afterwards: the cap, after which silence is too long whatever phi says. */
const WATCHED_MS = 5_000;
const CALM_MS = 3_000;

export async function measureStorm(load: Load): Promise<Storm> {
  const lane = await Lane.start("coordinator", load);
  try {
    await sleep(CALM_MS);
    await lane.server.partner.ask("usage");
    const before = lane.server.events();
    const brokenAt = performance.now();
    const backMs = await lane.load.ask<number>("storm");
    await lane.settled();
    const settledMs = performance.now() - brokenAt;
    await sleep(WATCHED_MS);
    const { delayMaxMs } = await lane.server.partner.ask<{ readonly delayMaxMs: number }>("usage");
    const after = lane.server.events();
    const events = new Map([...after].map(([type, count]) => [type, count - (before.get(type) ?? 0)]));
    return { ...load, backMs, settledMs, delayMaxMs, events };
  } finally {
    await lane.end();
  }
}
