/** Asynchronous replication: what the old active had not passed on is lost with it, and that is said, and bounded. */
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { Cluster } from "../src/cluster.ts";
import { Ordeal } from "../src/ordeal.ts";
import { redis } from "../src/redis-recipe.ts";
import { type Redis, redisIsHere } from "../src/redis.ts";
import { lossSaid } from "../src/said-loss.ts";
import { until } from "../src/until.ts";

/** `maxLag` of the example is 16 MiB. */
const TOO_MUCH_BYTES = 20_000_000;

describe.skipIf(!redisIsHere())("replicas that are behind", () => {
  let cluster: Cluster<Redis>;

  beforeEach(async () => {
    cluster = await Cluster.start("data-loss", redis);
  });
  afterEach(async ({ task }) => {
    if (task.result?.state === "fail") console.error(await cluster.diagnosis());
    await cluster.stop();
  });

  /** Cuts the replicas off, and waits until the coordinator knows that the active is that far ahead of them. */
  async function fallBehind(ordeal: Ordeal<Redis>, bytes: number): Promise<void> {
    const { database } = ordeal.old;
    await database.ask("ACL", "SETUSER", "default", "-psync", "-sync");
    await database.ask("CLIENT", "KILL", "TYPE", "replica");
    await database.ask("SET", "ballast", "x".repeat(bytes));
    await until("the coordinator knows of the lag", 10_000, async () => {
      const { candidates } = await cluster.api.group(redis.group);
      const lags = candidates
        .filter(({ node }) => node !== ordeal.old.name)
        .map(({ lagBytes }) => Number(lagBytes));
      return lags.length === 2 && lags.every((lag) => lag > bytes);
    });
  }

  async function kill({ old }: Ordeal<Redis>): Promise<void> {
    old.database.signal("SIGKILL");
    await old.daemon.signal("SIGKILL");
  }

  test("within maxLag one of them takes over, and the event says how much is lost", async () => {
    const ordeal = await Ordeal.begin(cluster);
    await fallBehind(ordeal, 100_000);
    await ordeal.untilWritable(() => kill(ordeal), 10_000);
    ordeal.old.daemon.start();
    const { active, writes, verdict } = await ordeal.end();
    expect(active).not.toBe(ordeal.old);
    expect(verdict).toMatchObject({ overlaps: [], phantoms: [] });
    expect(verdict.lost.length).toBeGreaterThan(0);
    const done = (await cluster.api.events()).find(({ type }) => type === "failoverDone");
    if (done === undefined) throw new Error("no failover is said to be done");
    expect(Number(done.facts["lagBytes"])).toBeGreaterThan(100_000);
    expect(done.text).toContain("behind the last position known");
    expect(done.text).toMatch(/after it last said how far it is, \d+ ms before it stopped, is not counted/);
    // Beside the bytes, there is what it took while it was dying; it said how far it is once a second.
    const { lastWordAt = 0, unheardMs } = lossSaid(done);
    const lastLost = writes.filter(({ value }) => verdict.lost.includes(value)).at(-1);
    expect(unheardMs).toBeLessThan(6_000);
    expect(lastLost?.endedAt).toBeGreaterThan(lastWordAt);
  });

  test("beyond maxLag the failover is held and says why, until an operator accepts the loss", async () => {
    const ordeal = await Ordeal.begin(cluster);
    await fallBehind(ordeal, TOO_MUCH_BYTES);
    await kill(ordeal);
    const { incident, next } = await until("the group is held", 10_000, async () => {
      const group = await cluster.api.group(redis.group);
      return group.phase === "held" ? group : undefined;
    });
    expect(incident).toMatch(/is \d+ behind, more than the 16777216 allowed/);
    expect(next).toContain("--accept-data-loss");
    await ordeal.untilWritable(async () => {
      const { status, text } = await cluster.api.order(`/v1/groups/${redis.group}/failover`, {
        acceptDataLoss: true,
      });
      expect(status, text).toBe(200);
    }, 10_000);
    ordeal.old.daemon.start();
    const { verdict } = await ordeal.end();
    expect(verdict).toMatchObject({ overlaps: [], phantoms: [] });
  });
});
