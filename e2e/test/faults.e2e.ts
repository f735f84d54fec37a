/** Redis under Phidelity, and one fault at a time: one active again without a hand, nothing twice, nothing lost. */
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { Cluster } from "../src/cluster.ts";
import { Ordeal } from "../src/ordeal.ts";
import { redis } from "../src/redis-recipe.ts";
import { type Redis, redisIsHere } from "../src/redis.ts";
import { until } from "../src/until.ts";
import { patient } from "../src/writers.ts";

/** Far above what the benchmark measures, which has a machine of its own: here only a hang counts. */
const DETECTED_MS = 4_000;
const LEASE_MS = 8_000;
const HANG_MS = 20_000;

describe.skipIf(!redisIsHere())("a Redis primary with two replicas", () => {
  let cluster: Cluster<Redis>;

  beforeEach(async () => {
    cluster = await Cluster.start("faults", redis);
  });
  afterEach(async ({ task }) => {
    if (task.result?.state === "fail") console.error(await cluster.diagnosis());
    await cluster.stop();
  });

  /** What every fault must leave: a new active, the old one its standby, and everything that was promised. */
  async function comesThrough(ordeal: Ordeal<Redis>): Promise<void> {
    expect(await cluster.active(), "the only one that is said to be active").not.toBe(ordeal.old);
    const { active, verdict } = await ordeal.end();
    expect(active).not.toBe(ordeal.old);
    expect(verdict).toMatchObject({ overlaps: [], phantoms: [], lost: [] });
    expect(verdict.reigns.length).toBeGreaterThanOrEqual(2);
  }

  test("the active's database is killed", async () => {
    const ordeal = await Ordeal.begin(cluster);
    const gapMs = await ordeal.untilWritable(() => ordeal.old.database.signal("SIGKILL"), 10_000);
    expect(gapMs).toBeLessThan(DETECTED_MS);
    await comesThrough(ordeal);
  });

  test("the active's daemon is killed, and started again later", async () => {
    const ordeal = await Ordeal.begin(cluster);
    const gapMs = await ordeal.untilWritable(() => ordeal.old.daemon.signal("SIGKILL"), 10_000);
    expect(gapMs).toBeLessThan(LEASE_MS);
    ordeal.old.daemon.start();
    await comesThrough(ordeal);
  });

  test("daemon and database are killed, and the daemon is started again later", async () => {
    const ordeal = await Ordeal.begin(cluster);
    const gapMs = await ordeal.untilWritable(() => {
      ordeal.old.database.signal("SIGKILL");
      return ordeal.old.daemon.signal("SIGKILL");
    }, 10_000);
    expect(gapMs).toBeLessThan(LEASE_MS);
    ordeal.old.daemon.start();
    await comesThrough(ordeal);
  });

  test("daemon and database are frozen, and thaw later", async () => {
    const ordeal = await Ordeal.begin(cluster, patient);
    const { daemon, database } = ordeal.old;
    const gapMs = await ordeal.untilWritable(() => {
      database.signal("SIGSTOP");
      return daemon.signal("SIGSTOP");
    }, 10_000);
    expect(gapMs).toBeLessThan(LEASE_MS);
    database.signal("SIGCONT");
    await daemon.signal("SIGCONT");
    await comesThrough(ordeal);
  });

  test("all of an active is frozen that nobody writes to: equal data does not make it a candidate", async () => {
    const old = await cluster.active();
    old.database.signal("SIGSTOP");
    await old.daemon.signal("SIGSTOP");
    const next = await until("another is active", LEASE_MS, async () => {
      const active = await cluster.active();
      return active === old ? undefined : active;
    });
    expect(Number((await cluster.api.group(redis.group)).epoch)).toBe(2);
    old.database.signal("SIGCONT");
    await old.daemon.signal("SIGCONT");
    expect(await cluster.settled()).toBe(next);
  });

  // Whether an answer is on its way through the gate at the moment of the freeze is a matter of luck: three throws.
  test("the daemon alone is frozen, with its gate, and thaws later, three times", async () => {
    const ordeal = await Ordeal.begin(cluster, patient);
    for (const _ of [1, 2, 3]) {
      const frozen = await cluster.settled();
      await frozen.daemon.signal("SIGSTOP");
      await until("another is active", LEASE_MS, async () => (await cluster.active()) !== frozen);
      const { epoch } = await cluster.api.group(redis.group);
      await ordeal.writers.acknowledged(
        `a write at epoch ${epoch}`,
        10_000,
        (write) => write.epoch === Number(epoch),
      );
      await frozen.daemon.signal("SIGCONT");
    }
    const { verdict } = await ordeal.end();
    // The signal can come between the gate's look at the clock and its write: that one answer leaves when it thaws. What it
    // answers was written, and replicated, before; none may be lost.
    expect(verdict).toMatchObject({ overlapsBeyondOneChunk: [], phantoms: [], lost: [] });
    expect(verdict.reigns.map(({ epoch }) => epoch - ordeal.epoch)).toEqual([0, 1, 2, 3]);
  });

  test("the database hangs, and is let go later", async () => {
    const ordeal = await Ordeal.begin(cluster);
    const gapMs = await ordeal.untilWritable(() => ordeal.old.database.signal("SIGSTOP"), HANG_MS);
    expect(gapMs).toBeLessThan(HANG_MS);
    ordeal.old.database.signal("SIGCONT");
    await comesThrough(ordeal);
  });

  test("a planned switchover", async () => {
    const ordeal = await Ordeal.begin(cluster);
    await ordeal.untilWritable(async () => {
      const { status, text } = await cluster.api.order("/v1/groups/redis/switchover", {});
      expect(status, text).toBe(200);
    }, 10_000);
    await comesThrough(ordeal);
  });

  test("an operator orders a failover to a member of his choice", async () => {
    const ordeal = await Ordeal.begin(cluster);
    const [, chosen] = await cluster.standbys();
    await ordeal.untilWritable(async () => {
      const { status, text } = await cluster.api.order("/v1/groups/redis/failover", { to: chosen?.name });
      expect(status, text).toBe(200);
    }, 10_000);
    expect(await cluster.active()).toBe(chosen);
    await comesThrough(ordeal);
  });

  test("two faults in a row: the new active fails too, once the old one stands by", async () => {
    const ordeal = await Ordeal.begin(cluster);
    await ordeal.untilWritable(() => ordeal.old.database.signal("SIGKILL"), 10_000);
    const second = await cluster.settled();
    await cluster.api.order("/v1/groups/redis/ack", {});
    second.database.signal("SIGKILL");
    await until("a third reign", 10_000, async () => (await cluster.active()) !== second);
    const { verdict } = await ordeal.end();
    expect(verdict).toMatchObject({ overlaps: [], phantoms: [], lost: [] });
    expect(verdict.reigns).toHaveLength(3);
  });
});
