/** Events that were. */
import type { EventJson, EventsQuery } from "@phidelity/client";
import type { Session } from "./session.ts";

/** As many as a coordinator gives at once. */
const EVENTS_MAX = 10_000;

/** Reads the history, oldest first; says so where it is longer than what is shown. */
export async function history(session: Session, query: EventsQuery): Promise<readonly EventJson[]> {
  const events = await session.coordinators.events({ ...query, limit: EVENTS_MAX });
  if (events.length >= EVENTS_MAX) {
    session.say(
      `Only ${EVENTS_MAX} events are shown, and there may be more; --since, --group and --node narrow them down.`,
    );
  }
  return events;
}
