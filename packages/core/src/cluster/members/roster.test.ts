import { expect, test } from "vitest";
import { type NodeId, groupId, nodeId, term } from "../../ids.ts";
import { instant } from "../../time.ts";
import type { Membership } from "../../wire.ts";
import { restoredCluster } from "../restore.ts";
import { type ClusterState, type NodeState, membersOfGroup } from "../state.ts";
import { newNode } from "./members.ts";
import { linkedPeers } from "./peering.ts";
import { enroll, reviseLinks, strikeOff } from "./roster.ts";

const [db, web] = [groupId("db"), groupId("web")];

function emptyCluster(onCoordinatorLoss: "fence" | "failsafe" = "fence"): ClusterState {
  const group = (name: typeof db) =>
    ({
      group: name,
      mode: "active-passive",
      required: 1,
      unit: "",
      spare: 1,
      replication: { mode: "async", maxLagBytes: 0, writeQuorum: 0 },
      automatic: true,
      cooldownMs: 0,
      failback: false,
      onCoordinatorLoss,
    }) as const;
  const settings = {
    cluster: "test",
    coordinator: "c1",
    software: "1",
    protocol: { min: 1, max: 1 },
    intervalMs: 100,
    lease: { durationMs: 1_000, drift: 0.01 },
    detector: { law: "learned", suspect: 3.5, down: 6, alone: 8, missed: 2, capMs: 1_000 },
    groups: [group(db), group(web)],
  } as const;
  return restoredCluster(settings, { term: term(0), groups: [], nodes: [] }, instant(0), 0);
}

const memberships = (...groups: (typeof db)[]): Membership[] =>
  groups.map((group) => ({
    group,
    address: "",
    capacity: 1,
    priority: 1,
    promoteTimeoutMs: 0,
    demoteTimeoutMs: 0,
    hasStatus: false,
  }));

function join(state: ClusterState, name: string, ...groups: (typeof db)[]): NodeState {
  const node = newNode(state, nodeId(name), instant(0));
  state.nodes.set(node.node, node);
  enroll(state, node, memberships(...groups));
  return node;
}

const namesIn = (state: ClusterState, group: typeof db): NodeId[] =>
  membersOfGroup(state, group).map((one) => one.node);

test("the members of a group are listed by name, whatever the order in which they came", () => {
  const state = emptyCluster();
  for (const name of ["c", "a", "b"]) join(state, name, db);
  expect(namesIn(state, db)).toEqual(["a", "b", "c"]);
  expect(namesIn(state, web)).toEqual([]);
});

test("a node that names other groups at its next hello is a member of those only, and one that is forgotten of none", () => {
  const state = emptyCluster();
  const a = join(state, "a", db);
  join(state, "b", db, web);
  enroll(state, a, memberships(web));
  expect([namesIn(state, db), namesIn(state, web)]).toEqual([["b"], ["a", "b"]]);
  strikeOff(state, a);
  expect(namesIn(state, web)).toEqual(["b"]);
});

test("a node that left is nobody's peer, and one that came back is", () => {
  const state = emptyCluster();
  const [a, b] = [join(state, "a", db), join(state, "b", db)];
  expect(linkedPeers(state, a)).toEqual([b]);
  b.left = true;
  reviseLinks(state, b);
  expect(linkedPeers(state, a)).toEqual([]);
  b.left = false;
  reviseLinks(state, b);
  expect(linkedPeers(state, a)).toEqual([b]);
});

test("in a group of forty each has some peers, in one set to failsafe all: the active needs the promise of each", () => {
  const peersOfFirst = (state: ClusterState): number => {
    for (let at = 1; at <= 40; at += 1) join(state, `n${at}`, db);
    return linkedPeers(state, state.nodes.get(nodeId("n1")) as NodeState).length;
  };
  expect(peersOfFirst(emptyCluster())).toBeLessThan(25);
  expect(peersOfFirst(emptyCluster("failsafe"))).toBe(39);
});
