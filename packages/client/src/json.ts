/** What the coordinator's HTTP interface and `phi --json` say: lowerCamelCase, 64-bit numbers as strings, times in ISO 8601. */
import type {
  CapacityRow,
  EventRow,
  GroupSummary,
  MemberRow,
  MembersUpdate,
  NodeStatus,
  Role,
} from "@phidelity/core";

/** One node in one group. */
export interface MemberJson {
  readonly node: string;
  readonly group: string;
  readonly role: Role;
  readonly status: NodeStatus;
  readonly phi: number;
  readonly epoch: string;
  /** Null where the member has not said how far it is. */
  readonly lagBytes: number | null;
  readonly checks: string;
  readonly capacity: number;
  readonly address: string;
  readonly zone: string;
  readonly since: string;
  readonly incarnation: string;
  /** Its daemon's main loop is late by a heartbeat or more, or was a moment ago; it is heard all the same. */
  readonly slow: boolean;
}

/** What `phi members --json` prints. */
export interface MembersJson {
  readonly cluster: string;
  readonly leader: string;
  readonly term: string;
  readonly members: readonly MemberJson[];
}

/** What `phi groups --json` prints. */
export interface GroupsJson {
  readonly groups: readonly GroupSummary[];
}

/** What `phi capacity --json` prints. */
export interface CapacityJson {
  readonly groups: readonly CapacityRow[];
}

/** One thing that happened. */
export interface EventJson {
  readonly sequence: string;
  readonly at: string;
  readonly type: string;
  readonly group?: string;
  readonly node?: string;
  readonly epoch?: string;
  readonly text: string;
  readonly facts: Readonly<Record<string, string>>;
}

/** A snapshot from the wire, as the HTTP interface would say it. */
export function membersJson(update: MembersUpdate): MembersJson {
  const { cluster, leader, term, members } = update;
  return { cluster, leader, term: String(term), members: members.map(memberJson) };
}

function memberJson(row: MemberRow): MemberJson {
  return {
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
  };
}

/** An event from the wire, as the HTTP interface would say it. */
export function eventJson(row: EventRow): EventJson {
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
