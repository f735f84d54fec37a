/** What the HTTP interface says: lowerCamelCase, uint64 as strings, times in ISO 8601. */
import type { EventRow, MembersUpdate } from "@phidelity/core";

/** `GET /v1/members`. */
export function membersJson(update: MembersUpdate): object {
  const { cluster, leader, term, members } = update;
  return {
    cluster,
    leader,
    term: String(term),
    members: members.map((row) => ({
      node: row.node,
      group: row.group,
      role: row.role,
      status: row.status,
      phi: row.phi,
      epoch: String(row.epoch),
      lagBytes: row.lagBytes ?? null,
      checks: row.checks,
      capacity: row.capacity,
      address: row.address,
      zone: row.zone,
      since: new Date(row.sinceMs).toISOString(),
      incarnation: String(row.incarnation),
      slow: row.slow,
    })),
  };
}

/** One row of `GET /v1/events`. */
export function eventJson(row: EventRow): object {
  return {
    sequence: String(row.sequence),
    at: new Date(row.atMs).toISOString(),
    type: row.type,
    ...(row.group === undefined ? {} : { group: row.group }),
    ...(row.node === undefined ? {} : { node: row.node }),
    ...(row.epoch === undefined ? {} : { epoch: String(row.epoch) }),
    text: row.text,
    facts: row.facts,
  };
}
