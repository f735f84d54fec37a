/** The coordinator dies and comes back: at rest it is not noticed, and in the middle of a failover that goes on. */
import { afterEach, describe, expect, test } from "vitest";
import { Cluster } from "../src/cluster.ts";
import { Ordeal, longestGapMs } from "../src/ordeal.ts";
import { redis } from "../src/redis-recipe.ts";
import { type Redis, redisIsHere } from "../src/redis.ts";
import { clockMs, until } from "../src/until.ts";

const LEASE_MS = 2_000;
/**
 * Where the holder is to renew in time: a coordinator is back within 1 s on a machine of its own, and on a very busy one
 * within 4 s; its nodes try again at the latest 1 s later.
 */
const LONG_LEASE_MS = 6_000;

describe.skipIf(!redisIsHere())("the coordinator is killed", () => {
  let cluster: Cluster<Redis>;

  async function begin(leaseMs: number): Promise<Ordeal<Redis>> {
    cluster = await Cluster.start("coordinator", redis, { lease: `${leaseMs}ms` });
    return Ordeal.begin(cluster);
  }

  afterEach(async ({ task }) => {
    if (task.result?.state === "fail") console.error(await cluster.diagnosis());
    await cluster.stop();
  });

  async function restart(): Promise<void> {
    await cluster.coordinator.signal("SIGKILL");
    cluster.coordinator.start();
  }

  test("while all is well: the holder keeps its lease, nothing fails over, the term grows", async () => {
    const ordeal = await begin(LONG_LEASE_MS);
    const before = await cluster.api.members();
    for (const _ of [1, 2, 3]) {
      await restart();
      await cluster.settled();
    }
    const after = await cluster.api.members();
    const { active, writes, verdict } = await ordeal.end();
    expect(active).toBe(ordeal.old);
    expect(verdict).toMatchObject({ overlaps: [], phantoms: [], lost: [] });
    expect(verdict.reigns.map(({ epoch }) => epoch)).toEqual([ordeal.epoch]);
    expect(Number(after.term)).toBeGreaterThan(Number(before.term));
    expect(longestGapMs(writes)).toBeLessThan(LONG_LEASE_MS);
  });

  test("and stays away longer than a lease: the active stops, and the same one serves when it is back", async () => {
    const ordeal = await begin(LEASE_MS);
    await cluster.coordinator.signal("SIGKILL");
    const deadAt = clockMs();
    await until("no write for a while", 10_000, async () => {
      const writes = await ordeal.writers.read();
      const last = writes.findLast(({ outcome }) => outcome === "acknowledged");
      return last !== undefined && clockMs() - last.endedAt > 500;
    });
    const writes = await ordeal.writers.read();
    const stoppedAt = writes.findLast(({ outcome }) => outcome === "acknowledged")?.endedAt ?? Infinity;
    expect(stoppedAt - deadAt).toBeLessThan(LEASE_MS);
    cluster.coordinator.start();
    const { verdict } = await ordeal.end();
    expect(verdict).toMatchObject({ overlaps: [], phantoms: [], lost: [] });
    expect(verdict.reigns.at(-1)?.lastAt).toBeGreaterThan(stoppedAt);
  });

  // Before it notices, while it waits for the lease to run out, and about when it promotes.
  test.each([50, 900, 1_900, 2_100])("%i ms into a failover", async (laterMs) => {
    const ordeal = await begin(LEASE_MS);
    await ordeal.untilWritable(async () => {
      ordeal.old.database.signal("SIGKILL");
      await ordeal.old.daemon.signal("SIGKILL");
      const at = clockMs() + laterMs;
      await until("the moment has come", 5_000, () => clockMs() >= at);
      await restart();
    }, 20_000);
    ordeal.old.daemon.start();
    const { active, verdict } = await ordeal.end();
    expect(active).not.toBe(ordeal.old);
    expect(verdict).toMatchObject({ overlaps: [], phantoms: [], lost: [] });
    const epochs = verdict.reigns.map(({ epoch }) => epoch);
    expect(epochs).toEqual(epochs.toSorted((one, other) => one - other));
  });
});
