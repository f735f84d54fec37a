/** A coordinator that has more to read than it can. */
import { describe, expect, test } from "vitest";
import { nodeId } from "../src/index.ts";
import { INTERVAL_MS, LEASE_MS, type World, settledWorld } from "./world.ts";

const told = (world: World, type: string): string[] =>
  world.history.filter((event) => event.type === type).map(({ text }) => text);

/** A cluster whose coordinator is behind by so much from now on, after a time in which it was not. */
function busyWorld(behindMs: number): World {
  const world = settledWorld({ nodes: ["a", "b", "c", "d", "e"] });
  world.run(5_000);
  world.behindMs = behindMs;
  return world;
}

describe("what lies unread is no silence", () => {
  test("nobody is suspected, for as long as it is behind", () => {
    const world = busyWorld(1.3 * LEASE_MS);
    world.run(60_000);
    expect(told(world, "nodeSuspected")).toEqual([]);
    expect(told(world, "nodeDown")).toEqual([]);
  });

  test("a node that died meanwhile is found when all that came before has been read, and not later", () => {
    const behindMs = LEASE_MS / 2;
    const [inCalm = 0, behind = 0] = [busyWorld(0), busyWorld(behindMs)].map((world) => {
      world.run(10_000);
      const diedAt = world.now;
      world.powerOff("d");
      world.until("it is down", () => world.member("d").status === "down");
      return world.now - diedAt;
    });
    expect(behind).toBeGreaterThan(inCalm);
    expect(behind).toBeLessThan(inCalm + 3 * behindMs); // Its heartbeats, the peers' answers, and what both mean.
  });

  test("a node that is silent is so no shorter where the coordinator stood still before its peers' answers were read", () => {
    const world = busyWorld(0);
    world.powerOff("d");
    world.until("it is suspected", () => world.happened("nodeSuspected"));
    world.run(1); // The questions have arrived, and the answers are on their way.
    world.pause(1.4 * INTERVAL_MS); // After a longer one another heartbeat is waited for.
    world.run(20);
    expect(told(world, "nodeHeard")).toEqual([]);
  });

  test("what was asked and said of a silence counts on where only our own lateness makes it shorter", () => {
    const world = busyWorld(0);
    const firstQuestion = (): number | undefined => world.cluster.nodes.get(nodeId("d"))?.inquiry?.first;
    world.powerOff("d");
    world.until("it is suspected", () => world.happened("nodeSuspected"));
    const first = firstQuestion();
    world.pause(2 * LEASE_MS); // So long that one more heartbeat is waited for.
    world.until("it is no longer suspected", () => world.member("d").status === "alive");
    world.until("it is suspected again", () => world.member("d").status === "suspect");
    expect(first).toBeDefined();
    expect(firstQuestion()).toBe(first);
  });

  test("people are told that it is behind, and by how much, once a minute at most", () => {
    const world = busyWorld(LEASE_MS);
    world.run(30_000);
    expect(told(world, "coordinatorBehind")).toEqual([
      `the coordinator took ${LEASE_MS} ms to read what had come: it has more to do than it can; what lies unread is no silence of any node`,
    ]);
    world.run(60_000);
    expect(told(world, "coordinatorBehind")).toHaveLength(2);
  });
});
