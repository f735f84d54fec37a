/** Many connections that end at once, and the way back of those who lost them. */
import { describe, expect, test } from "vitest";
import { type World, settledWorld } from "./world.ts";

const nodes = ["a", "b", "c", "d", "e"];
/** A handshake among so many others; several times the silence that is suspected of a node whose connection stands. */
const WELCOME_MS = 600;

/** Something in between closes these connections at one instant, and the coordinator is slow to take the nodes in. */
function breakOff(world: World, names: readonly string[]): void {
  for (const name of names) {
    world.slow("c1", name, WELCOME_MS);
    world.breakLink(name, "c1");
  }
  world.run(WELCOME_MS / 2);
  for (const name of names) world.slow("c1", name, 1);
}

describe("all connections end at once", () => {
  test("and all nodes come back one after the other: nobody is suspected, and nothing moves", () => {
    const world = settledWorld({ nodes });
    breakOff(world, nodes);
    world.run(10_000);
    expect(world.story()).not.toMatch(/nodeSuspected|nodeDown|selfPreservation|failoverStarted/);
    expect(nodes.map((name) => world.member(name).status)).toEqual(nodes.map(() => "alive"));
    expect(world.serving()).toEqual(["a"]);
    expect(world.member("a").epoch).toBe(1);
  });

  test("and the coordinator needs longer for all of them than any silence may last: nobody is suspected", () => {
    const world = settledWorld({ nodes });
    for (const name of nodes) for (const peer of nodes) if (name !== peer) world.cut(name, peer);
    for (const [index, name] of nodes.entries()) {
      world.slow("c1", name, 600 * (index + 1));
      world.breakLink(name, "c1");
    }
    world.run(400);
    for (const name of nodes) world.slow("c1", name, 1);
    world.run(10_000);
    expect(world.story()).not.toMatch(/nodeSuspected|nodeDown/);
    expect(nodes.map((name) => world.member(name).status)).toEqual(nodes.map(() => "alive"));
  });

  test("and one host has lost its power: once the others are back it has a second, and then as long as ever", () => {
    const world = settledWorld({ nodes });
    world.powerOff("e");
    breakOff(world, nodes);
    expect(world.until("e is down", () => world.member("e").status === "down")).toBeLessThan(
      WELCOME_MS + 1_000 + 1_500,
    );
    expect(world.history.filter(({ type }) => type === "nodeSuspected")).toHaveLength(1);
  });

  test("since the daemons were killed: all are down at once", () => {
    const world = settledWorld({ nodes });
    const killed = ["b", "c", "d", "e"];
    for (const name of killed) world.kill(name);
    const isDown = (name: string): boolean => world.member(name).status === "down";
    expect(world.until("all are down", () => killed.every(isDown))).toBeLessThan(100);
  });
});

test("the connections of three end, and nobody carries their heartbeats: they are suspected as ever", () => {
  const world = settledWorld({ nodes });
  const three = ["c", "d", "e"];
  for (const name of three) for (const peer of ["a", "b"]) world.cutBoth(name, peer);
  breakOff(world, three);
  world.run(1_000);
  expect(world.happened("nodeSuspected")).toBe(true);
});
