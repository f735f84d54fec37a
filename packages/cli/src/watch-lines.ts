/** `phi watch` where standard output is no terminal: one line a change and an event. */
import { type EventJson, type MemberJson, type MembersJson, eventJson, membersJson } from "@phidelity/client";
import type { Status } from "./ending.ts";
import { wallTime } from "./render/figures.ts";
import { oneLine } from "./render/paint.ts";
import type { Session } from "./session.ts";
import { stream } from "./stream.ts";

/** Writes until interrupted, and gives the exit status. For machines: each snapshot and each event, as it came. */
export async function watchLines(session: Session): Promise<Status> {
  let before: ReadonlyMap<string, MemberJson> = new Map();
  return stream(
    session,
    { members: true },
    {
      onConnected: (url) => session.say(`watching ${url}`),
      onMembers: (update) => {
        const snapshot = membersJson(update);
        if (session.isForMachines) return session.printNext(snapshot, "");
        for (const change of changes(before, snapshot))
          session.line(`${nowText(session)}  ${oneLine(change)}`);
        before = byName(snapshot);
      },
      onEvent: (row) => {
        const event = eventJson(row);
        session.printNext(event, `${wallTime(event.at)}  ${oneLine(eventText(event))}`);
      },
      onLost: (reason) => session.say(`connection lost: ${reason.message}; trying again`),
    },
  );
}

function nowText(session: Session): string {
  return wallTime(new Date(session.world.nowMs()).toISOString());
}

function eventText(event: EventJson): string {
  const where = event.group ?? event.node;
  return `${where === undefined ? "" : `${where} `}${event.type}: ${event.text}`;
}

/** Changes from one snapshot to the next, in words. Figures that move all the time, such as phi, are none. */
function changes(before: ReadonlyMap<string, MemberJson>, snapshot: MembersJson): readonly string[] {
  const after = byName(snapshot);
  const lines = [...after].flatMap(([key, row]) => {
    const old = before.get(key);
    return old === undefined
      ? [`${key} ${row.role}, ${row.status}, epoch ${row.epoch}`]
      : differences(key, old, row);
  });
  const gone = [...before.keys()].filter((key) => !after.has(key));
  return [...lines, ...gone.map((key) => `${key} gone`)];
}

function differences(key: string, old: MemberJson, row: MemberJson): readonly string[] {
  const fields = ["role", "status", "epoch", "checks", "capacity", "address", "zone", "incarnation"] as const;
  return fields
    .filter((field) => old[field] !== row[field])
    .map((field) => `${key} ${field} ${old[field]} -> ${row[field]}`);
}

function byName(snapshot: MembersJson): ReadonlyMap<string, MemberJson> {
  return new Map(snapshot.members.map((row) => [`${row.group}/${row.node}`, row]));
}
