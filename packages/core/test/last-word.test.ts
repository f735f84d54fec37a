/** What may be lost of an asynchronous group is said: what the new active lacked, and since when nobody knows. */
import { expect, test } from "vitest";
import { DB, INTERVAL_MS, LEASE_MS, World } from "./world.ts";

const STATUS_EVERY_MS = 500;

function runningWorld(hookMs: number): World {
  const status = (node: string) => ({ role: node === "a" ? "primary" : "replica", position: "11" }) as const;
  const world = new World({ nodes: ["a", "b", "c"], hookMs, status });
  const follows = (name: string): boolean => world.member(name).role === "standby";
  world.until("a serves and is followed", () => world.serves("a") && ["b", "c"].every(follows));
  world.run(5_000);
  return world;
}

/** Waits until another one serves; gives for how long the old active may have served unheard, in ms, and how it is said. */
function failover(world: World): { readonly unheardMs: number; readonly text: string } {
  world.until("another one serves", () => world.serving().some((name) => name !== "a"));
  world.until("it is done", () => world.happened("failoverDone"));
  const done = world.history.findLast(({ type }) => type === "failoverDone");
  if (done === undefined) throw new Error(world.story());
  const { facts, text } = done;
  return { unheardMs: Number(facts["stoppedAfterMs"]) - Number(facts["lastWordAfterMs"]), text };
}

test("the failover of an active that died says for how long it may have served unheard", () => {
  const hookMs = 40;
  const world = runningWorld(hookMs);
  world.powerOff("a");
  const { unheardMs, text } = failover(world);
  expect(unheardMs).toBeGreaterThanOrEqual(LEASE_MS - 2 * INTERVAL_MS);
  expect(unheardMs).toBeLessThanOrEqual(LEASE_MS + STATUS_EVERY_MS + 2 * hookMs + INTERVAL_MS);
  expect(text).toContain("after it last said how far it is");
  expect(text).toContain(`${unheardMs} ms before it stopped, is not counted`);
});

test("a status hook that takes long makes its word that much older", () => {
  const hookMs = 400;
  const world = runningWorld(hookMs);
  const wordAt = () => world.cluster.groups.get(DB)?.lastWordAt;
  const before = wordAt();
  world.until("a says how far it is", () => wordAt() !== before);
  world.powerOff("a");
  expect(failover(world).unheardMs).toBeGreaterThanOrEqual(LEASE_MS - 2 * INTERVAL_MS + hookMs);
});
