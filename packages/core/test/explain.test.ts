/** What people are told when they ask why: each rule says so while it acts. */
import { describe, expect, test } from "vitest";
import { explainGroup, explainNode, instant, nodeId } from "../src/index.ts";
import { DB, type World, settledWorld } from "./world.ts";

const nodes = ["a", "b", "c", "d", "e"];

function nodeWords(world: World, name: string): string {
  const told = explainNode(world.cluster, nodeId(name), instant(world.now));
  return told?.why.join("\n") ?? "";
}

function groupTold(world: World): NonNullable<ReturnType<typeof explainGroup>> {
  const told = explainGroup(world.cluster, DB, instant(world.now), world.now);
  if (told === undefined) throw new Error("no group");
  return told;
}

describe("a node", () => {
  test("that is well is said to be heard, with what its silence would lead to, in order", () => {
    const world = settledWorld({ nodes });
    world.run(5_000);
    const told = explainNode(world.cluster, nodeId("a"), instant(world.now));
    expect(told?.why.join("\n")).toContain("below suspect");
    expect(told?.next[0]?.what).toContain("suspect");
    expect(told?.next.map(({ inMs }) => inMs)).toEqual(
      told?.next.map(({ inMs }) => inMs).toSorted((one, other) => one - other),
    );
  });

  test("whose peers deny it is said to have been asked about, and by how many it is denied", () => {
    const world = settledWorld({ nodes: ["a", "b", "c"] });
    for (const other of ["c1", "b", "c"]) world.cutBoth("a", other);
    world.until("a is down", () => world.member("a").status === "down");
    expect(nodeWords(world, "a")).toMatch(/it was asked about \d+ ms ago/);
    expect(nodeWords(world, "a")).toMatch(/[bc] does not hear it either/);
  });

  test("that lost its own link is said to be carried, and by whom", () => {
    const world = settledWorld({ nodes: ["a", "b"] });
    world.cutBoth("a", "c1");
    world.run(1_500);
    expect(world.member("a").status).toBe("unreachable");
    expect(nodeWords(world, "a")).toContain("b carries its heartbeats");
  });

  test("whose heartbeats come in a burst is said to be late, once in the history and with a count here", () => {
    const world = settledWorld({ nodes: ["a", "b"] });
    world.slow("a", "c1", 350);
    world.run(350);
    world.slow("a", "c1", 1);
    world.run(2_000);
    expect(nodeWords(world, "a")).toContain("late is not alive");
    expect(world.history.filter(({ type }) => type === "heartbeatsLate")).toHaveLength(1);
  });

  test("that has not said hello since a restart of the coordinator is waited for", () => {
    const world = settledWorld({ nodes: ["a", "b"] });
    for (const name of ["a", "b"]) world.cutBoth(name, "c1");
    world.stopCoordinator();
    world.startCoordinator();
    world.run(100);
    expect(nodeWords(world, "a")).toContain("has not said hello");
    expect(nodeWords(world, "a")).toContain("start-up grace");
  });

  test("that nobody knows is not explained", () => {
    const world = settledWorld({ nodes: ["a", "b"] });
    expect(explainNode(world.cluster, nodeId("nobody"), instant(world.now))).toBeUndefined();
  });
});

describe("each rule of detection says in the history that it acts, and in the explanations of node and group", () => {
  const told = (world: World, type: string): string[] =>
    world.history.filter((one) => one.type === type).map(({ text }) => text);

  test("never on silence alone: a silent active that a peer hears is spared", () => {
    const world = settledWorld({ nodes: ["a", "b", "c"], capMs: 60_000 });
    world.cut("a", "c1");
    world.until("it would be down", () => told(world, "nodeUnreachable").length > 0);
    expect(world.happened("nodeDown")).toBe(false);
    expect(nodeWords(world, "a")).toMatch(/hears it|carries its heartbeats/);
    expect(groupTold(world).why.join("\n")).toContain("nothing fails over on silence alone");
  });

  test("never on silence alone: one that answers at its own address only is spared, and that is said once", () => {
    const world = settledWorld({ nodes: ["a", "b"], capMs: 60_000 });
    world.reached.add("a");
    for (const other of ["c1", "b"]) world.cutBoth("a", other);
    world.until("it would be down", () => told(world, "nodeUnreachable").length > 0);
    world.run(500);
    expect(told(world, "nodeUnreachable")).toEqual([
      "a is silent beyond the threshold, but it answers when asked itself: it is unreachable and not down",
    ]);
    expect(nodeWords(world, "a")).toContain("so it is unreachable and not down");
  });

  test("local pause: the time is no silence of anybody", () => {
    const world = settledWorld({ nodes });
    world.pause(400);
    world.run(10);
    const words = "the coordinator itself stood still for";
    expect(told(world, "coordinatorPaused")[0]).toContain(words);
    expect(nodeWords(world, "a")).toContain(words);
    expect(groupTold(world).why.join("\n")).toContain(words);
    expect(world.happened("nodeSuspected")).toBe(false);
    world.pause(400);
    world.run(10);
    expect(told(world, "coordinatorPaused")).toHaveLength(1);
  });

  test("start-up grace: who is known is waited for", () => {
    const world = settledWorld({ nodes });
    world.stopCoordinator();
    world.startCoordinator();
    expect(told(world, "startGraceBegan")[0]).toContain("5 known nodes are waited for");
    expect(groupTold(world).why.join("\n")).toContain("start-up grace");
    expect(nodeWords(world, "a")).toContain("start-up grace");
  });

  test("late is not alive: of a group's active it is said with the group, too", () => {
    const world = settledWorld({ nodes: ["a", "b"] });
    world.slow("a", "c1", 350);
    world.run(350);
    world.slow("a", "c1", 1);
    world.run(2_000);
    expect(groupTold(world).why.join("\n")).toContain("late is not alive");
  });
});

describe("the coordinator's own doubts are told everywhere", () => {
  test("that it takes itself for the one cut off", () => {
    const world = settledWorld({ nodes });
    for (const node of nodes) world.cutBoth(node, "c1");
    world.run(1_500);
    expect(nodeWords(world, "a")).toContain("self-preservation");
    expect(groupTold(world).why.join("\n")).toContain("self-preservation");
  });
});

describe("a group", () => {
  test("that serves needs nothing, and says until when its lease lasts", () => {
    const world = settledWorld({ nodes });
    const { why, next } = groupTold(world);
    expect(why[0]).toMatch(/^a serves at epoch 1/);
    expect(why.join("\n")).toMatch(/ends in \d+ ms unless it is renewed/);
    expect(next).toEqual([]);
  });

  test("that is held says why, and the command to type comes first", () => {
    const world = settledWorld({ nodes: ["a", "b"], group: { automatic: false } });
    for (const other of ["c1", "b"]) world.cutBoth("a", other);
    world.until("it is held", () => world.summary().phase === "held");
    const { why, next } = groupTold(world);
    expect(why[0]).toMatch(/^held for \d+ ms: /);
    expect(why.join("\n")).toContain("automatic failover is off");
    expect(next[0]?.what).toMatch(/^type: phi failover db/);
  });

  test("names who is left alone, for how long, and what lifts it", () => {
    const world = settledWorld({ nodes: ["a", "b", "c"], group: { cooldownMs: 30_000 } });
    for (const other of ["c1", "b", "c"]) world.cutBoth("a", other);
    world.until("b has taken over", () => world.happened("failoverDone"));
    expect(groupTold(world).why.join("\n")).toMatch(/a is left alone for \d+ ms more.*phi ack db lifts that/);
  });
});
