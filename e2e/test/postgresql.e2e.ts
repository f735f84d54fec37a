/** PostgreSQL under Phidelity in each mode of replication, and one fault after the other on one cluster. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import type { Verdict } from "../src/checker.ts";
import { Cluster, type Host } from "../src/cluster.ts";
import { Ordeal } from "../src/ordeal.ts";
import { type ReplicationMode, postgresql } from "../src/postgres-recipe.ts";
import { type Postgres, postgresIsHere } from "../src/postgres.ts";
import { lossSaid, unsaidLosses } from "../src/said-loss.ts";
import { until } from "../src/until.ts";
import type { Write, WriterManner } from "../src/write.ts";

/** Far above what a machine of its own takes: here only a hang counts. */
const WRITABLE_MS = 40_000;
/** The cluster may come up in 90 s, and what it says of itself when it does not takes a while as well. */
const START_MS = 180_000;

/** Every connection is a process of the server: fewer of them than of Redis's, and not as eager. */
const steady: WriterManner = { connections: 1, paceMs: 10, retryMs: 20, patienceMs: 1_000 };
/** Some that wait longer than any freeze: an answer that comes too late, they see. */
const patient: WriterManner = { connections: 4, paceMs: 10, retryMs: 100, patienceMs: 60_000 };

const figures: string[] = [];

afterAll(() => console.log(`outages in ms:\n${figures.join("\n")}`));

describe.skipIf(!postgresIsHere()).each<ReplicationMode>(["async", "sync", "quorum"])(
  "a PostgreSQL primary with two standbys, %s",
  { timeout: 4 * WRITABLE_MS },
  (mode) => {
    let cluster: Cluster<Postgres>;
    let ordeal: Ordeal<Postgres> | undefined;

    beforeAll(async () => {
      cluster = await Cluster.start(`pg-${mode}`, postgresql(mode));
      return () => cluster.stop();
    }, START_MS);
    afterEach(async ({ task }) => {
      if (task.result?.state === "fail") console.error(await cluster.diagnosis());
      await ordeal?.writers.stop();
      ordeal = undefined;
    });

    /** One fault from a cluster at rest to a cluster at rest: what it must leave, it leaves. */
    async function survive(
      name: string,
      strike: (old: Host<Postgres>) => Promise<unknown> | void,
      heal: (old: Host<Postgres>) => Promise<unknown> | void = () => {},
    ): Promise<Verdict> {
      await cluster.settled(WRITABLE_MS);
      // Before, nobody may take over: rightly so, but that is no cluster at rest.
      if (mode === "sync") await inSync((await cluster.standbys()).map((one) => one.name));
      await cluster.api.order("/v1/groups/postgresql/ack", {});
      ordeal = await Ordeal.begin(cluster, name.includes("frozen") ? patient : steady);
      const { old } = ordeal;
      const gapMs = await ordeal.untilWritable(() => strike(old), WRITABLE_MS);
      figures.push(`${mode}, ${name}: ${gapMs.toFixed(0)}`);
      // The coordinator hears a moment after the clients that the new active serves.
      const next = await until("one is said to be active", WRITABLE_MS, () => cluster.active());
      expect(next, "the only one that is said to be active").not.toBe(old);
      await heal(old);
      const { active, writes, verdict } = await ordeal.end(WRITABLE_MS);
      expect(active).not.toBe(old);
      expect(await unsaid(writes, verdict), "lost, and not said").toEqual([]);
      return verdict;
    }

    const clean =
      mode === "async" ? { overlaps: [], phantoms: [] } : { overlaps: [], phantoms: [], lost: [] };

    /** What is lost although the event of the last failover does not cover it. */
    async function unsaid(writes: readonly Write[], { lost }: Verdict): Promise<readonly number[]> {
      if (lost.length === 0) return [];
      const done = (await cluster.api.events()).findLast(({ type }) => type === "failoverDone");
      if (done === undefined) throw new Error("no failover is said to be done");
      return unsaidLosses(writes, lost, lossSaid(done));
    }

    // Tests of one mode: in the others there are none of them.
    const inAsync = mode === "async" ? [mode] : [];
    const inSyncMode = mode === "sync" ? [mode] : [];

    test("daemon and database are killed, and the daemon is started again later", async () => {
      const verdict = await survive(
        "both killed",
        ({ daemon, database }) => {
          database.signal("SIGKILL");
          return daemon.signal("SIGKILL");
        },
        ({ daemon }) => daemon.start(),
      );
      expect(verdict).toMatchObject(clean);
    });

    test("daemon and database are frozen, and thaw later", async () => {
      const verdict = await survive(
        "both frozen",
        ({ daemon, database }) => {
          database.signal("SIGSTOP");
          return daemon.signal("SIGSTOP");
        },
        ({ daemon, database }) => {
          database.signal("SIGCONT");
          return daemon.signal("SIGCONT");
        },
      );
      expect(verdict).toMatchObject(clean);
    });

    test.each(inAsync)("the active's database is killed", async () => {
      const verdict = await survive("database killed", ({ database }) => database.signal("SIGKILL"));
      expect(verdict).toMatchObject(clean);
    });

    test.each(inAsync)("the active's daemon is killed, and started again later", async () => {
      const verdict = await survive(
        "daemon killed",
        ({ daemon }) => daemon.signal("SIGKILL"),
        ({ daemon }) => daemon.start(),
      );
      expect(verdict).toMatchObject(clean);
    });

    test.each(inAsync)("a planned switchover loses nothing", async () => {
      const verdict = await survive("switchover", async () => {
        const { status, text } = await cluster.api.order("/v1/groups/postgresql/switchover", {});
        expect(status, text).toBe(200);
      });
      expect(verdict).toMatchObject({ ...clean, lost: [] });
    });

    test.each(inAsync)("the active's host comes back with an empty disk", async () => {
      const verdict = await survive(
        "both killed, disk lost",
        async ({ daemon, database }) => {
          database.signal("SIGKILL");
          await daemon.signal("SIGKILL");
          await database.ended();
          database.loseData();
        },
        ({ daemon }) => daemon.start(),
      );
      expect(verdict).toMatchObject(clean);
    });

    test.each(inSyncMode)("a standby is lost: writes go on without it, and it is not promoted", async () => {
      const active = await cluster.settled(WRITABLE_MS);
      const [gone, other] = await cluster.standbys();
      if (gone === undefined || other === undefined) throw new Error("two standbys");
      ordeal = await Ordeal.begin(cluster, steady);
      await inSync([gone.name, other.name]);
      gone.database.signal("SIGSTOP");
      await gone.daemon.signal("SIGSTOP");
      await inSync([other.name]);
      const [written] = await active.database.ask(`SELECT max(value) FROM "e2e:values"`);
      await ordeal.writers.acknowledged("writes go on", WRITABLE_MS, ({ value }) => value > Number(written));
      gone.database.signal("SIGCONT");
      await gone.daemon.signal("SIGCONT");
      const { verdict } = await ordeal.end(WRITABLE_MS);
      expect(verdict).toMatchObject({ overlaps: [], phantoms: [], lost: [] });
      await inSync([gone.name, other.name]);
    });

    /** Waits until the coordinator takes just these for in sync. */
    async function inSync(names: readonly string[]): Promise<void> {
      await until(`in sync: ${names.join()}`, WRITABLE_MS, async () => {
        const { candidates } = await cluster.api.group("postgresql");
        const found = candidates.filter((one) => one.inSync).map(({ node }) => node);
        return found.join() === [...names].sort().join();
      });
    }
  },
);
