/** Each hook of the Redis example against real Redis servers, without Phidelity. */
import { createServer } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { Folder } from "../src/folder.ts";
import { freePort } from "../src/ports.ts";
import { Redis, redisIsHere } from "../src/redis.ts";
import { RespClient } from "../src/resp.ts";
import { until } from "../src/until.ts";

const ADDRESSES = ["127.0.0.11", "127.0.0.12", "127.0.0.13"];

describe.skipIf(!redisIsHere())("phi-redis", () => {
  let folder: Folder;
  let [a, b, c] = [] as unknown as [Redis, Redis, Redis];

  beforeAll(async () => {
    folder = new Folder("hooks");
    const port = await freePort(ADDRESSES);
    const [one, two, three] = ADDRESSES.map(
      (address) => new Redis(address, port, `${folder.path}/${address}`),
    );
    if (one === undefined || two === undefined || three === undefined) throw new Error("three hosts");
    [a, b, c] = [one, two, three];
    await Promise.all([a, b, c].map((redis) => redis.start()));
  });
  afterAll(() => folder.remove());

  const follow = (redis: Redis, active: Redis, more: readonly string[] = []): Promise<string> =>
    redis.hook("follow", { PHI_ACTIVE_ADDRESS: `${active.address}:6380` }, more);

  const caughtUp = (redis: Redis, active: Redis): Promise<boolean> =>
    until(`${redis.address} has all of ${active.address}`, 10_000, async () => {
      if (!(await redis.follows(active))) return false;
      const [one, other] = await Promise.all([redis, active].map((each) => each.ask("LLEN", "list")));
      return one === other;
    });

  async function status(redis: Redis): Promise<Record<string, unknown>> {
    return JSON.parse(await redis.hook("status")) as Record<string, unknown>;
  }

  // Every test begins with a as the primary of b and c.
  beforeEach(async () => {
    await a.hook("promote");
    await Promise.all([follow(b, a), follow(c, a)]);
    await Promise.all([caughtUp(b, a), caughtUp(c, a)]);
  });

  test("a Redis that has just started takes no write before it is promoted", async () => {
    c.signal("SIGKILL");
    await c.start();
    await c.ask("REPLICAOF", "NO", "ONE");
    await expect(c.ask("RPUSH", "list", "x")).rejects.toThrow("NOREPLICAS");
    await c.hook("promote");
    await c.ask("RPUSH", "list", "x");
  });

  test("promote makes a replica the primary, twice if asked, and writes the epoch where it is told to", async () => {
    for (const _ of [1, 2]) await b.hook("promote", { PHI_EPOCH: "7" }, ["--epoch-key", "phi:epoch"]);
    expect(await b.ask("GET", "phi:epoch")).toBe("7");
    expect(await b.ask("RPUSH", "list", "y")).not.toBe("0");
    expect((await b.replication())["role"]).toBe("master");
  });

  test("promote refuses a replica that does not have its primary's data yet", async () => {
    await a.ask("CONFIG", "SET", "repl-diskless-sync", "yes");
    await a.ask("CONFIG", "SET", "repl-diskless-sync-delay", "2");
    try {
      await b.ask("REPLICAOF", "NO", "ONE");
      await b.ask("CONFIG", "SET", "min-replicas-to-write", "0");
      await b.ask("SET", "diverged", "1");
      const following = follow(b, a);
      await until("b asks for a copy", 5_000, async () => (await b.replication())["role"] === "slave");
      await expect(b.hook("promote")).rejects.toThrow("does not have its primary's data yet");
      expect(await status(b)).toMatchObject({ role: "replica", position: "0", inSync: false });
      await following;
    } finally {
      await a.ask("CONFIG", "SET", "repl-diskless-sync-delay", "0");
      await a.ask("CONFIG", "SET", "repl-diskless-sync", "no");
    }
    expect(await b.ask("EXISTS", "diverged")).toBe("0");
    await b.hook("promote");
  });

  test("demote refuses writes and drops clients, but streams on what was acknowledged", async () => {
    const client = await RespClient.open(a.address, a.port, 1_000);
    await client.ask("RPUSH", "list", "last");
    await a.hook("demote");
    await expect(client.ask("PING")).rejects.toThrow("closed");
    await expect(a.ask("RPUSH", "list", "late")).rejects.toThrow("NOREPLICAS");
    await a.hook("demote");
    await Promise.all([caughtUp(b, a), caughtUp(c, a)]);
    expect(await b.ask("LINDEX", "list", "-1")).toBe("last");
  });

  test("demote succeeds where Redis does not run: nothing is served there", async () => {
    c.signal("SIGKILL");
    await c.hook("demote");
    await expect(c.hook("status")).rejects.toThrow("nothing answers");
    await expect(c.hook("promote")).rejects.toThrow("nothing answers");
    await expect(follow(c, a)).rejects.toThrow("--start");
    await follow(c, a, ["--start", ...c.startCommand]);
    await caughtUp(c, a);
  });

  test("follow takes a diverged old primary back with a whole copy, and starts it where it does not run", async () => {
    await a.ask("RPUSH", "list", "everybody's");
    a.signal("SIGSTOP");
    await b.hook("promote");
    await b.ask("RPUSH", "list", "only the new primary's");
    a.signal("SIGCONT");
    await a.ask("RPUSH", "list", "only the old primary's");
    await a.ask("SET", "stray", "1");
    await follow(c, b);
    await follow(a, b);
    await caughtUp(a, b);
    expect(await a.ask("EXISTS", "stray")).toBe("0");
    expect(await a.ask("LINDEX", "list", "-1")).toBe("only the new primary's");
    a.signal("SIGKILL");
    await follow(a, b, ["--start", ...a.startCommand]);
    await caughtUp(a, b);
  });

  test("follow says so where Redis is started and does not come", { timeout: 30_000 }, async () => {
    c.signal("SIGKILL");
    await until("it is gone", 5_000, () =>
      c.ask("PING").then(
        () => false,
        () => true,
      ),
    );
    await expect(follow(c, a, ["--start", "true"])).rejects.toThrow(/takes no connection .* see its log/);
    await c.start();
  });

  test("a replica that is told again to follow a primary which dies just then keeps the right to be promoted", async () => {
    a.signal("SIGKILL");
    await until("b has lost a", 5_000, async () => (await b.replication())["master_link_status"] === "down");
    await follow(b, a);
    await b.hook("promote");
    expect(await b.ask("RPUSH", "list", "b's")).not.toBe("0");
    await follow(a, b, ["--start", ...a.startCommand]);
    await caughtUp(a, b);
  });

  test("a replica that restarts by itself comes back as the same replica", async () => {
    c.signal("SIGKILL");
    await c.start();
    expect(await caughtUp(c, a)).toBe(true);
  });

  test("status tells role and position, the same on a replica that has everything", async () => {
    await a.ask("RPUSH", "list", "one more");
    await until("all positions are equal", 5_000, async () => {
      const [one, two] = await Promise.all([status(a), status(b)]);
      return one["role"] === "primary" && two["role"] === "replica" && one["position"] === two["position"];
    });
    expect(await status(b)).toMatchObject({ lagBytes: 0, inSync: true });
  });

  test("status of a former primary that does not follow the active yet claims no position", async () => {
    const env = { PHI_NODE: "a", PHI_ACTIVE_NODE: "b" };
    expect(JSON.parse(await a.hook("status", env))).toMatchObject({
      role: "primary",
      position: "0",
      inSync: false,
    });
    expect(JSON.parse(await a.hook("status", { ...env, PHI_ACTIVE_NODE: "a" }))).toMatchObject({
      inSync: true,
    });
  });

  test("a password is taken from REDISCLI_AUTH", async () => {
    await c.ask("CONFIG", "SET", "requirepass", "open-sesame");
    try {
      await expect(c.hook("status", { REDISCLI_AUTH: "" })).rejects.toThrow("NOAUTH");
      expect(JSON.parse(await c.hook("status", { REDISCLI_AUTH: "open-sesame" }))).toMatchObject({
        role: "replica",
      });
    } finally {
      await c.ask("CONFIG", "SET", "requirepass", "");
    }
  });

  test("a Redis that hangs up in the middle is no success", async () => {
    const hangsUp = createServer((socket) => socket.on("error", () => {}).end("+OK\r\n")).listen(
      a.port,
      "127.0.0.14",
    );
    const impostor = new Redis("127.0.0.14", a.port, `${folder.path}/impostor`);
    try {
      for (const hook of ["promote", "demote", "status"]) {
        await expect(impostor.hook(hook, { PHI_EPOCH: "9" }), hook).rejects.toThrow(
          /nothing answers|its role/,
        );
      }
    } finally {
      hangsUp.close();
    }
  });

  test("what Redis refuses, and what the command line gets wrong, fails with the reason", async () => {
    await a.ask("ACL", "SETUSER", "default", "-config");
    await expect(a.hook("demote")).rejects.toThrow("NOPERM");
    await a.ask("ACL", "SETUSER", "default", "+config");
    await expect(a.hook("demote", {}, ["--hots", "x"])).rejects.toThrow("unknown option --hots");
    await expect(a.hook("follow", { PHI_ACTIVE_ADDRESS: "" })).rejects.toThrow("PHI_ACTIVE_ADDRESS is empty");
  });
});
