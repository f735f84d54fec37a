/** A watch that lasts until the person ends it: what the screen, the lines and `events --follow` share. */
import { Watch, type WatchHandlers } from "@phidelity/client";
import { STATUS, type Status } from "./ending.ts";
import type { Session } from "./session.ts";

/** Shortest time between two snapshots of the members: as often as nodes usually beat. */
const MEMBERS_EVERY_MS = 250;

export interface StreamOptions {
  /** Whether snapshots of the members are wanted; events always are. */
  readonly members: boolean;
  /** Ends the stream: in good order, as an interrupt does, or with what it is rejected with. */
  readonly ended?: Promise<void>;
}

/**
 * Watches until `ended` or an interrupt, and gives the exit status. A coordinator that is lost comes back, or another takes
 * over, so a loss is only told.
 *
 * @throws PhiError NOT_ALLOWED, or COORDINATOR_UNREACHABLE where the first round of URLs reaches nobody
 */
export async function stream(
  session: Session,
  options: StreamOptions,
  handlers: Omit<WatchHandlers, "onOver">,
): Promise<Status> {
  const { promise, resolve, reject } = Promise.withResolvers<Status>();
  const watch = new Watch(
    session.targets,
    { membersEveryMs: options.members ? MEMBERS_EVERY_MS : 0, events: true, needsFirst: true },
    { ...handlers, onOver: reject },
  );
  const offInterrupt = session.world.onInterrupt(() => resolve(STATUS.done));
  options.ended?.then(() => resolve(STATUS.done), reject);
  try {
    return await promise;
  } finally {
    offInterrupt();
    watch.close();
  }
}
