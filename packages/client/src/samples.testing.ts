/** What the stand-in says. */
import type { CapacityRow, EventRow, GroupSummary, MemberRow, MembersUpdate } from "@phidelity/core";
import { epoch, groupId, incarnation, nodeId, term } from "@phidelity/core";
import { type CapacityJson, membersJson } from "./json.ts";

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
    slow: false,
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

const groups: readonly GroupSummary[] = [
  {
    group: groupId("db"),
    mode: "active-passive",
    phase: "serving",
    active: "db-1",
    activeAddress: "10.0.0.1:5432",
    epoch: "7",
    serving: true,
    standbys: ["db-2"],
    serve: ["db-1"],
    capacity: {
      level: "atLimit",
      required: 1,
      available: 1,
      afterLoss: 0,
      unit: "",
      why: "no standby could take over now",
    },
    automatic: true,
    paused: { by: "ana", reason: "disks", untilMs: 0 },
    failoverNow: { possible: false, to: "", why: "db-2: lags by 1.5 MiB" },
    incident: "",
    next: "",
    leaseLeftMs: 1_800,
    lastMove: {
      kind: "failover",
      because: "db-2 was down",
      from: "db-2",
      to: "db-1",
      epoch: "7",
      atMs: changedAtMs,
      tookMs: 1_290,
    },
    blocks: [{ node: nodeId("db-2"), forMs: 25_000, failures: 2, why: "it failed a moment ago" }],
    steps: [
      { step: "demote", epoch: "6", node: nodeId("db-2"), outcome: "begun", atMs: changedAtMs - 1_290 },
      { step: "fence", epoch: "6", node: nodeId("db-2"), outcome: "done", atMs: changedAtMs - 600 },
      { step: "promote", epoch: "7", node: nodeId("db-1"), outcome: "done", atMs: changedAtMs },
    ],
    candidates: [
      {
        node: nodeId("db-2"),
        fit: false,
        refusals: ["lags by 1.5 MiB"],
        position: "41000",
        lagBytes: "1572864",
        inSync: false,
        priority: 100,
      },
    ],
  },
  {
    group: groupId("web"),
    mode: "active-active",
    phase: "sharing",
    active: "",
    activeAddress: "",
    epoch: "0",
    serving: false,
    standbys: [],
    serve: [],
    capacity: {
      level: "below",
      required: 90,
      available: 0,
      afterLoss: 0,
      unit: "req/s",
      why: "0 of 90 req/s",
    },
    automatic: true,
    paused: null,
    failoverNow: { possible: false, to: "", why: "0 of 90 req/s" },
    incident: "web is below what is required",
    next: "",
    leaseLeftMs: 0,
    lastMove: null,
    blocks: [],
    steps: [],
    candidates: [],
  },
];

function capacityRow({ group, capacity }: GroupSummary): CapacityRow {
  return { group, spare: 1, without: [], ...capacity };
}

const capacity: CapacityJson = { groups: groups.map(capacityRow) };

/** Answers to questions, by path. */
export const answers: Readonly<Record<string, unknown>> = {
  "/v1/members": membersJson(members),
  "/v1/groups": { groups },
  "/v1/groups/db": groups[0],
  "/v1/groups/web": groups[1],
  "/v1/capacity": capacity,
};
