/** Each hook of the PostgreSQL example against real PostgreSQL servers, without Phidelity. */
import { appendFileSync, existsSync, mkdirSync, renameSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { Folder } from "../src/folder.ts";
import { freePort } from "../src/ports.ts";
import { Postgres, databaseRoot, postgresIsHere } from "../src/postgres.ts";
import { until } from "../src/until.ts";

/** Seconds on a machine of its own, also where b has to be rewound or copied. */
const START_MS = 120_000;
const ADDRESSES = ["127.0.0.11", "127.0.0.12"];

describe.skipIf(!postgresIsHere())("phi-postgresql", () => {
  let folder: Folder;
  let [a, b] = [] as unknown as [Postgres, Postgres];
  let epoch = 0;

  beforeAll(async () => {
    folder = new Folder("pg-hooks", databaseRoot());
    const port = await freePort(ADDRESSES);
    const [one, two] = ADDRESSES.map(
      (address) => new Postgres({ address, port, home: join(folder.path, address) }),
    );
    if (one === undefined || two === undefined) throw new Error("two hosts");
    [a, b] = [one, two];
    await Promise.all([a.create(), b.prepare()]);
  });
  afterAll(() => folder.remove());

  const promote = (one: Postgres): Promise<string> => {
    epoch += 1;
    return one.hook("promote", { PHI_EPOCH: String(epoch) });
  };
  const follow = (one: Postgres, active: Postgres): Promise<string> =>
    one.hook("follow", { PHI_ACTIVE_ADDRESS: `${active.address}:6432` });
  const insert = (one: Postgres, value: number): Promise<string[]> =>
    one.ask(`INSERT INTO numbers VALUES (${value})`);
  const values = async (one: Postgres): Promise<string> =>
    (await one.ask("SELECT value FROM numbers ORDER BY value")).join();

  async function status(one: Postgres, env: Readonly<Record<string, string>> = {}): Promise<object> {
    return JSON.parse(await one.hook("status", env)) as object;
  }

  async function kill(one: Postgres): Promise<void> {
    one.signal("SIGKILL");
    await one.ended();
  }

  /** Both write what the other never hears of, b on the same timeline as a: neither knew of the other's. */
  async function partWays(): Promise<void> {
    await kill(a);
    await promote(b);
    await insert(b, 2);
    await kill(b);
    await a.start();
    await promote(a);
    await insert(a, 3);
  }

  /** a wrote what b never hears of, and died; b took over, and goes on without it. */
  async function takenOver(): Promise<void> {
    await kill(b);
    await insert(a, 2);
    await kill(a);
    await b.start();
    await promote(b);
    await insert(b, 3);
  }

  // Every test begins with an `a` that has the value 1 and is the primary of b.
  beforeEach(async () => {
    if (!a.running) await a.start();
    await promote(a);
    await a.ask(
      "CREATE TABLE IF NOT EXISTS numbers (value int); TRUNCATE numbers; INSERT INTO numbers VALUES (1)",
    );
    await follow(b, a);
  }, START_MS);

  test("follow fills an empty host with a whole copy, and leaves nothing beside it", async () => {
    await kill(b);
    b.loseData();
    await follow(b, a);
    expect(await b.follows(a)).toBe(true);
    expect(await values(b)).toBe("1");
    for (const left of ["old", "copy", "copying", "rewinding"])
      expect(existsSync(`${b.data}.${left}`)).toBe(false);
  });

  test("a server that starts by itself takes no write before it is promoted, whatever it was", async () => {
    await kill(a);
    await a.start();
    await expect(insert(a, 2)).rejects.toThrow("read-only");
    await promote(a);
    await insert(a, 2);
  });

  test("promote makes a standby the primary, twice if asked, and tells clients the epoch", async () => {
    await a.hook("demote");
    await promote(b);
    await b.hook("promote", { PHI_EPOCH: String(epoch) });
    await insert(b, 2);
    expect(await b.ask("SHOW phi.epoch")).toEqual([String(epoch)]);
    await follow(a, b);
    expect(await values(a)).toBe("1,2");
  });

  test("demote drops clients once the standby has all, comes back as a standby, and does nothing the second time", async () => {
    const dropped = a.ask("SELECT pg_sleep(60)").catch(String);
    await insert(a, 2);
    await a.hook("demote");
    expect(await dropped).toMatch(/terminat/i);
    await expect(insert(a, 3)).rejects.toThrow("read-only");
    expect(await values(b)).toBe("1,2");
    const { pid } = a;
    await a.hook("demote");
    expect(a.pid).toBe(pid);
    expect(await status(a)).toEqual({ role: "replica", position: expect.stringMatching(/^\d+$/) });
  });

  test("demote ends a server that hangs", async () => {
    a.signal("SIGSTOP");
    await a.hook("demote", { PHI_DEADLINE_MS: "2000" });
    await expect(insert(a, 3)).rejects.toThrow("read-only");
  });

  test("demote and promote of a server that does not run: nothing is served, nothing is started", async () => {
    await kill(a);
    await a.hook("demote");
    await expect(a.hook("promote", { PHI_EPOCH: "99" })).rejects.toThrow("does not run");
    await expect(a.hook("status")).rejects.toThrow("does not answer");
    expect(a.running).toBe(false);
  });

  test("follow takes back what only an old primary wrote, in the folder that is there", async () => {
    await takenOver();
    const before = statSync(a.data).ino;
    await follow(a, b);
    expect(await values(a)).toBe("1,3");
    expect(statSync(a.data).ino, "it was rewound, not copied").toBe(before);
  });

  test("so does one that has already heard where the others went another way, and does not start for that", async () => {
    await takenOver();
    // As it is where it began to stream before anybody could look after it.
    const [line] = await b.ask("SELECT left(pg_walfile_name(pg_current_wal_lsn()), 8)");
    appendFileSync(`${a.data}.conf`, `primary_conninfo = 'host=${b.address} port=${b.port} user=postgres'\n`);
    await a.start();
    await until("a has heard of it", START_MS, () => existsSync(`${a.data}/pg_wal/${line}.history`));
    await a.hook("demote");
    await expect(a.start()).rejects.toThrow("pg_ctl");
    const before = statSync(a.data).ino;
    await follow(a, b);
    expect(await values(a)).toBe("1,3");
    expect(statSync(a.data).ino, "it was rewound, not copied").toBe(before);
  });

  test("follow copies afresh where two servers took the same timeline apart from one another", async () => {
    await partWays();
    const before = statSync(b.data).ino;
    await follow(b, a);
    expect(await values(b)).toBe("1,3");
    expect(statSync(b.data).ino, "it was copied, not rewound").not.toBe(before);
  });

  test("a copy that was being rewound is not promoted, and follow replaces it", async () => {
    writeFileSync(`${b.data}.rewinding`, "");
    await expect(promote(b)).rejects.toThrow("no copy of anything");
    await kill(b);
    await expect(b.start()).rejects.toThrow("no copy of anything");
    const before = statSync(b.data).ino;
    await follow(b, a);
    expect(await values(b)).toBe("1");
    expect(statSync(b.data).ino, "it was copied").not.toBe(before);
  });

  test("follow goes on where copying was interrupted, and keeps what there is while the active is away", async () => {
    await kill(b);
    mkdirSync(`${b.data}.copying`);
    renameSync(b.data, `${b.data}.old`);
    await follow(b, a);
    expect(await b.follows(a)).toBe(true);
    await kill(a);
    await expect(b.hook("follow", { PHI_ACTIVE_ADDRESS: "127.0.0.13:6432" })).rejects.toThrow(
      "does not answer",
    );
    await promote(b);
    expect(await values(b)).toBe("1");
  });

  test("a standby that is told again to follow a primary which dies just then stays in its place", async () => {
    await kill(a);
    await follow(b, a);
    await promote(b);
    expect(await values(b)).toBe("1");
  });

  test("status tells role and position, the same on a standby that has everything", async () => {
    await insert(a, 2);
    await until("both positions are equal", 5_000, async () => {
      const [one, two] = await Promise.all([status(a), status(b)]);
      expect(one).toEqual({ role: "primary", position: expect.stringMatching(/^\d+$/) });
      expect(two).toEqual({ ...one, role: "replica", lagBytes: 0 });
      return true;
    });
    const elsewhere = { PHI_NODE: "a", PHI_ACTIVE_NODE: "b" };
    expect(await status(a, elsewhere), "it does not follow b yet").toEqual({
      role: "primary",
      position: "0",
    });
  });

  test("what the command line gets wrong fails with the reason", async () => {
    await expect(a.hook("follow", { PHI_ACTIVE_ADDRESS: "" })).rejects.toThrow("PHI_ACTIVE_ADDRESS is empty");
    await expect(a.hook("demote", {}, ["--dta", "x"])).rejects.toThrow("unknown option --dta");
  });
});
