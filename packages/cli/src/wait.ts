/** Waiting for the time at which an order is to be sent. */
import { wallTime } from "./render/figures.ts";
import type { Session } from "./session.ts";

/** Node's timers wrap above 2^31 - 1 ms; the clock may also be set meanwhile. So it is looked at once a minute. */
const LOOK_MS = 60_000;

/**
 * Waits until the clock on the wall shows the time. The order lives in this call alone: when it is interrupted, nothing is sent.
 *
 * @returns false where it was interrupted
 */
export async function waitUntil(session: Session, atMs: number): Promise<boolean> {
  const { world } = session;
  const { promise, resolve } = Promise.withResolvers<boolean>();
  let timer: NodeJS.Timeout | undefined;
  const look = (): void => {
    const leftMs = atMs - world.nowMs();
    if (leftMs <= 0) resolve(true);
    else timer = setTimeout(look, Math.min(leftMs, LOOK_MS));
  };
  const offInterrupt = world.onInterrupt(() => resolve(false));
  session.say(
    `waiting until ${wallTime(new Date(atMs).toISOString())}; the order is sent then, and not if this is interrupted`,
  );
  look();
  try {
    return await promise;
  } finally {
    clearTimeout(timer);
    offInterrupt();
  }
}
