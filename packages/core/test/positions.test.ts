/** How far the members' data goes is asked for, and the answers are waited for, while a switchover catches up. */
import { expect, test } from "vitest";
import { DB, World } from "./world.ts";

/** Longer than fresh positions are waited for; a machine that is busy takes that long for a program. */
const SLOW_MS = 700;

test("a status hook that is slow is not asked again before it has answered, and the switchover comes to its end", () => {
  let position = 10;
  const status = (node: string) =>
    ({ role: node === "a" ? "primary" : "replica", position: String(node === "a" ? 11 : position) }) as const;
  const world = new World({ nodes: ["a", "b", "c"], hookMs: SLOW_MS, status });
  const follows = (name: string): boolean => world.member(name).role === "standby";
  world.until("a serves and is followed", () => world.serves("a") && ["b", "c"].every(follows));
  world.run(5_000);
  world.order({ action: "switchover", group: DB });
  world.until("it waits for the others", () => world.cluster.groups.get(DB)?.phase === "catchingUp");
  world.run(3 * SLOW_MS);
  expect(world.serving()).toEqual([]);
  position = 11;
  world.until("another one serves", () => world.serving().length === 1);
  expect(world.serves("a")).toBe(false);
});

test("a standby says how far it is as soon as it is one, so that a switchover right after a failover finds it", () => {
  const status = (node: string) => ({ role: node === "a" ? "primary" : "replica", position: "11" }) as const;
  const world = new World({ nodes: ["a", "b", "c"], hookMs: 40, status });
  world.until("a serves and is followed", () => world.serves("a") && world.member("b").role === "standby");
  world.run(5_000);
  world.powerOff("a");
  world.until("another one serves", () => world.happened("failoverDone"));
  const third = world.serves("b") ? "c" : "b";
  world.until("the third stands by", () => world.member(third).role === "standby");
  expect(world.until("it says how far it is", () => world.member(third).lagBytes !== undefined)).toBeLessThan(
    200,
  );
});
