/** Which heartbeats are acked, and what a node makes of those that are not. */
import { describe, expect, test } from "vitest";
import { ACKED_SLOTS, ACKED_SLOTS_HOLDER } from "../src/acking.ts";
import { INTERVAL_MS, type World, settledWorld } from "./world.ts";

const SLOTS = 12;
const three = { nodes: ["a", "b", "c"], manyNodes: 0 };

/** How many acks the coordinator sends to each node in so many slots. */
function acksIn(world: World, slots: number): Record<string, number> {
  const from = world.sent.length;
  world.run(slots * INTERVAL_MS);
  const sent = world.sent.slice(from).map(({ what }) => what);
  const to = (name: string): number => sent.filter((what) => what === `c1>${name} ack`).length;
  return { a: to("a"), b: to("b"), c: to("c") };
}

/** How many heartbeats were handed to peers in so many slots. */
function relaysIn(world: World, slots: number): number {
  const from = world.sent.length;
  world.run(slots * INTERVAL_MS);
  return world.sent.slice(from).filter(({ what }) => what.endsWith(" relay")).length;
}

describe("a coordinator acks", () => {
  test("every second heartbeat of the active, and every sixth of those who hold nothing and have no news", () => {
    const world = settledWorld(three);
    world.run(1_000);
    const rare = SLOTS / ACKED_SLOTS;
    expect(acksIn(world, SLOTS)).toEqual({ a: SLOTS / ACKED_SLOTS_HOLDER, b: rare, c: rare });
  });

  test("each heartbeat of an active whose lease is short", () => {
    const world = settledWorld({ ...three, leaseMs: 7 * INTERVAL_MS });
    world.run(1_000);
    expect(acksIn(world, SLOTS)).toMatchObject({ a: SLOTS, b: SLOTS / ACKED_SLOTS });
  });

  test("each heartbeat of everybody where there are few nodes", () => {
    const world = settledWorld({ nodes: three.nodes });
    world.run(1_000);
    expect(acksIn(world, SLOTS)).toEqual({ a: SLOTS, b: SLOTS, c: SLOTS });
    expect(world.daemon("b").state.ackMayBeLate).toBe(0);
  });

  test("each heartbeat of every member while something moves", () => {
    const world = settledWorld({ ...three, hookMs: 40 * INTERVAL_MS });
    world.run(1_000);
    world.order({ action: "switchover", group: "db" as never });
    const { b = 0, c = 0 } = acksIn(world, SLOTS);
    expect(Math.min(b, c)).toBeGreaterThanOrEqual(SLOTS);
  });

  test("the first heartbeat on a new connection", () => {
    const world = settledWorld(three);
    world.run(1_000);
    world.breakLink("b", "c1");
    const from = world.sent.length;
    world.until("b is back", () => world.daemon("b").state.connection.phase === "up");
    world.run(INTERVAL_MS / 2);
    expect(world.sent.slice(from).some(({ what }) => what === "c1>b ack")).toBe(true);
  });
});

describe("an active that is acked every second slot", () => {
  test("takes its link for a good one, also where acks are late by an interval and a half", () => {
    const world = settledWorld(three);
    world.run(1_000);
    expect(relaysIn(world, 100)).toBe(0);
    world.slow("c1", "a", 1.5 * INTERVAL_MS);
    expect(relaysIn(world, 100)).toBe(0);
  });

  test("hands its heartbeats to peers in time to keep its lease", () => {
    const world = settledWorld(three);
    world.until("a was acked just now", () => world.daemon("a").state.directAckAt === world.now);
    world.cut("c1", "a");
    expect(relaysIn(world, 2)).toBe(0);
    expect(relaysIn(world, 2)).toBeGreaterThan(0);
    world.run(20 * INTERVAL_MS);
    expect(world.happened("failoverStarted")).toBe(false);
  });
});

describe("a node that is acked every sixth slot", () => {
  test("takes its link for a good one throughout", () => {
    const world = settledWorld(three);
    world.run(1_000);
    expect(relaysIn(world, 100)).toBe(0);
  });

  test("does so too where acks are late by an interval and a half", () => {
    const world = settledWorld(three);
    world.run(1_000);
    world.slow("c1", "b", 1.5 * INTERVAL_MS);
    expect(relaysIn(world, 100)).toBe(0);
  });

  test("hands its heartbeats to peers eight intervals after the last ack, and gives the link up after ten", () => {
    const world = settledWorld(three);
    world.until("b was acked just now", () => world.daemon("b").state.directAckAt === world.now);
    world.cut("c1", "b");
    expect(relaysIn(world, 7)).toBe(0);
    expect(relaysIn(world, 2)).toBeGreaterThan(0);
    expect(world.until("b gives its link up", () => world.daemon("b").state.connection.phase !== "up")).toBe(
      INTERVAL_MS,
    );
  });
});
