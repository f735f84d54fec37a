/** What the stand-in says. */
import type { EventRow, MemberRow, MembersUpdate } from "@phidelity/core";
import { epoch, groupId, incarnation, nodeId, term } from "@phidelity/core";
import { type JsonObject, membersJson } from "./json.ts";

const changedAtMs = Date.UTC(2026, 10, 24, 3, 0, 0);

function member(node: string, role: MemberRow["role"], rest: Partial<MemberRow> = {}): MemberRow {
  return {
    node: nodeId(node),
    group: groupId("db"),
    role,
    status: "alive",
    phi: 0.25,
    epoch: epoch(7),
    checks: "2/2",
    capacity: 1,
    address: `10.0.0.1:5432`,
    zone: "a",
    sinceMs: changedAtMs,
    incarnation: incarnation(3),
    ...rest,
  };
}

/** What it says of its members. */
export const members: MembersUpdate = {
  type: "members",
  cluster: "test",
  leader: "c1",
  term: term(4),
  members: [
    member("db-1", "active"),
    member("db-2", "standby", { lagBytes: 1_572_864, zone: "b", address: "10.0.0.2:5432" }),
    member("web-1", "none", {
      group: groupId("web"),
      status: "down",
      phi: 17.5,
      epoch: epoch(0),
      checks: "0/1",
    }),
  ],
};

/** What it says has happened. */
export const events: readonly EventRow[] = [
  {
    sequence: 1,
    atMs: changedAtMs,
    type: "nodeJoined",
    node: nodeId("db-1"),
    text: "db-1 joined",
    facts: { software: "0.1.0" },
  },
  {
    sequence: 2,
    atMs: changedAtMs + 1_500,
    type: "failoverCompleted",
    group: groupId("db"),
    node: nodeId("db-1"),
    epoch: epoch(7),
    text: "db-1 is active",
    facts: { gapMs: "1290" },
  },
];

/** What happens while somebody watches. */
export const newEvent: EventRow = {
  sequence: 3,
  atMs: changedAtMs + 60_000,
  type: "nodeSuspected",
  node: nodeId("db-2"),
  text: "db-2 is silent longer than usual",
  facts: {},
};

/** The members after that. */
export const laterMembers: MembersUpdate = {
  ...members,
  members: members.members.map((row) =>
    row.node === "db-2" ? { ...row, status: "suspect", phi: 3.9 } : row,
  ),
};

/** Answers to questions, by path. */
export const answers: Readonly<Record<string, JsonObject>> = {
  "/v1/members": membersJson(members) as unknown as JsonObject,
  "/v1/groups": { groups: [{ group: "db", mode: "active-passive" }] },
  "/v1/groups/db": { group: "db", mode: "active-passive", active: "db-1", epoch: "7" },
  "/v1/capacity": { groups: [{ group: "db", required: 1, available: 2 }] },
};
