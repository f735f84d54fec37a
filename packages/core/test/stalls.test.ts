/** A main loop that is late, or stuck, while its daemon's sending thread goes on. */
import { describe, expect, test } from "vitest";
import { explainNode, instant, nodeId } from "../src/index.ts";
import { DB, DRIFT, INTERVAL_MS, LEASE_MS, type World, settledWorld } from "./world.ts";

const three = { nodes: ["a", "b", "c"] };

const why = (world: World, name: string): string =>
  explainNode(world.cluster, nodeId(name), instant(world.now))?.why.join("; ") ?? "";

const heartbeatsOf = (world: World, since: number): number[] =>
  world.sent.filter(({ at, what }) => at >= since && what === "a>c1 heartbeat").map(({ at }) => at);

describe("the active's main loop is busy for three quarters of its lease", () => {
  function held(): World {
    const world = settledWorld(three);
    world.hold("a", 0.75 * LEASE_MS);
    return world;
  }

  test("it is slow, which people are told, and nobody suspects it or asks about it", () => {
    const world = held();
    expect(world.member("a")).toMatchObject({ status: "alive", slow: true, role: "active" });
    expect(why(world, "a")).toContain("it is slow: its main loop was up to");
    expect(world.happened("nodeSlow")).toBe(true);
    expect(world.happened("nodeSuspected")).toBe(false);
    expect(world.sent.some(({ what }) => what.endsWith(" probe") || what.endsWith(" probeDirect"))).toBe(
      false,
    );
  });

  test("it keeps its lease and its connection, and goes on at the same epoch", () => {
    const world = held();
    expect(world.serves("a")).toBe(true);
    world.run(5_000);
    expect(world.serving()).toEqual(["a"]);
    expect(world.member("a").epoch).toBe(1);
    expect(world.daemon("a").state.attempt).toBe(1);
  });

  test("it stays marked for a while, and then keeps time again", () => {
    const world = held();
    world.run(5_000);
    expect(world.member("a").slow).toBe(true);
    world.run(6_000);
    expect(world.member("a").slow).toBe(false);
    expect(world.happened("nodeKeepsTime")).toBe(true);
  });
});

describe("the active's main loop is stuck for longer than its lease", () => {
  test("it counts as failed by its own word, and another takes over as soon as its lease has run out", () => {
    const world = settledWorld(three);
    const blockedAt = world.now;
    world.block("a");
    const lastAckAt = world.cluster.groups.get(DB)?.lastAckAt ?? 0;
    world.until("b serves", () => world.serves("b"));
    expect(world.now).toBeGreaterThan(lastAckAt + LEASE_MS * (1 + DRIFT));
    expect(world.now - blockedAt).toBeLessThan(LEASE_MS + 2 * INTERVAL_MS);
    expect(world.happened("nodeSuspected")).toBe(false);
    expect(world.story()).toContain("a counts as failed: its main loop has said nothing for");
    // Nobody waits for the lease to find that out.
    expect(world.story()).toContain("serving -> releasing: the active says that its service failed");
    world.run(INTERVAL_MS);
    expect(world.summary().lastMove?.because).toContain("a failed: its main loop has said nothing for");
  });

  test("what its sending thread says renews nothing", () => {
    const world = settledWorld(three);
    world.block("a");
    world.run(3 * INTERVAL_MS);
    const lastAckAt = world.cluster.groups.get(DB)?.lastAckAt;
    world.run(3 * INTERVAL_MS);
    expect(world.cluster.groups.get(DB)?.lastAckAt).toBe(lastAckAt);
    expect(world.sent.filter(({ what }) => what === "a>c1 pulse").length).toBeGreaterThan(3);
  });

  test("it never serves again at its old epoch, and comes back as a standby", () => {
    const world = settledWorld(three);
    world.block("a");
    world.run(6 * LEASE_MS);
    expect(world.serving()).toEqual(["b"]);
    world.unblock("a");
    expect(world.serves("a")).toBe(false);
    world.run(2_000, () => expect(world.serving()).toEqual(["b"]));
    expect(world.member("a")).toMatchObject({ role: "standby", status: "alive", slow: true });
  });

  test("an ack that waited behind the stall finds its lease as old as it is: nothing is promoted on it", () => {
    const world = settledWorld(three);
    world.block("b");
    world.order({ action: "switchover", group: DB, to: nodeId("b") });
    world.run(6 * LEASE_MS);
    const before = world.daemon("b").hooks.length;
    world.unblock("b");
    expect(world.daemon("b").hooks.slice(before)).not.toContainEqual(expect.stringContaining("promote"));
  });

  test("a standby that is stuck is not chosen, and is no spare", () => {
    const world = settledWorld({ nodes: ["a", "b"] });
    world.block("b");
    world.run(LEASE_MS + 3 * INTERVAL_MS);
    expect(world.summary()).toMatchObject({
      capacity: { level: "atLimit" },
      failoverNow: { possible: false },
    });
    expect(world.summary().failoverNow.why).toContain("its main loop has said nothing for");
  });

  test("an active that could go on without the coordinator does not go on without its main loop", () => {
    const world = settledWorld({ ...three, group: { onCoordinatorLoss: "failsafe" } });
    world.block("a");
    expect(world.until("b serves", () => world.serves("b"))).toBeLessThan(1.5 * LEASE_MS);
    world.unblock("a");
    world.run(1_000, () => expect(world.serving()).toEqual(["b"]));
  });
});

test("a main loop that is late by less than a tenth of an interval is not seen at all: heartbeats leave on the grid", () => {
  const world = settledWorld(three);
  const since = world.now;
  for (let rounds = 0; rounds < 40; rounds += 1) {
    world.hold("a", (rounds * 7) % 10);
    world.run(23);
  }
  const left = heartbeatsOf(world, since);
  expect(left.length).toBeGreaterThan(8);
  expect(new Set(left.slice(1).map((at, index) => at - (left[index] ?? 0)))).toEqual(new Set([INTERVAL_MS]));
});
