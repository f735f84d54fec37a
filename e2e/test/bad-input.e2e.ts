/** Wrong files, wrong tokens and wrong bytes: each one clear error, and nobody else notices. */
import { randomBytes } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { Cluster } from "../src/cluster.ts";
import { Ordeal, longestGapMs } from "../src/ordeal.ts";
import { CLI_MAIN, COORDINATOR_MAIN, NODE_MAIN } from "../src/paths.ts";
import { Program } from "../src/program.ts";
import { redis } from "../src/redis-recipe.ts";
import { type Redis, redisIsHere } from "../src/redis.ts";
import { sendBytes, sendFrame } from "../src/stranger.ts";
import { until } from "../src/until.ts";

/** A write takes milliseconds; a heartbeat that is missed would take this long at the least. */
const UNDISTURBED_MS = 500;

/** What a daemon says of a machine that gave it no processor for a while, whatever anybody sent it. */
const OF_THE_MACHINE = new Set(["coordinatorPaused", "nodeSlow", "nodeKeepsTime"]);

describe.skipIf(!redisIsHere())("bad input", () => {
  let cluster: Cluster<Redis>;
  let ordeal: Ordeal<Redis>;
  let eventsBefore = 0;
  let count = 0;

  beforeAll(async () => {
    cluster = await Cluster.start("bad-input", redis);
  });
  afterAll(() => cluster.stop());

  beforeEach(async () => {
    ordeal = await Ordeal.begin(cluster);
    eventsBefore = (await cluster.api.events()).length;
  });

  afterEach(async ({ task }) => {
    await nobodyNoticed();
    if (task.result?.state === "fail") console.error(await cluster.diagnosis());
  });

  /** The same active at the same epoch, every write in time and in the database, no event. */
  async function nobodyNoticed(): Promise<void> {
    const { active, writes, verdict } = await ordeal.end();
    expect(active).toBe(ordeal.old);
    expect(verdict).toMatchObject({ overlaps: [], lost: [], phantoms: [] });
    expect(verdict.reigns.map(({ epoch }) => epoch)).toEqual([ordeal.epoch]);
    expect(longestGapMs(writes)).toBeLessThan(UNDISTURBED_MS);
    const events = (await cluster.api.events()).slice(eventsBefore);
    const told = events.filter(({ type }) => !OF_THE_MACHINE.has(type));
    expect(told.map(({ type, text }) => `${type}: ${text}`)).toEqual([]);
  }

  /** Runs a program to its end. */
  async function run(
    ...args: readonly string[]
  ): Promise<{ readonly exitCode: number | null; readonly output: string }> {
    count += 1;
    const program = new Program(`try-${count}`, join(cluster.folder.path, `try-${count}`), args);
    program.start();
    await program.ended();
    return { exitCode: program.exitCode, output: program.output };
  }

  /** The node's configuration with a change. */
  function nodeFile(change: (text: string) => string): string {
    const [host] = cluster.hosts;
    const file = join(cluster.folder.path, `changed-${count}.yaml`);
    writeFileSync(file, change(readFileSync(String(host?.configFile), "utf8")));
    return file;
  }

  test("an unknown key is refused with its line and the nearest known key", async () => {
    const file = nodeFile((text) => text.replace("    priority: 100", "    prioritty: 100"));
    const line =
      readFileSync(file, "utf8")
        .split("\n")
        .findIndex((each) => each.includes("prioritty")) + 1;
    const { exitCode, output } = await run(NODE_MAIN, "--config", file);
    expect(output).toContain(`changed-${count - 1}.yaml:${line}: services[0].prioritty`);
    expect(output).toMatch(/\bpriority\b/);
    expect(exitCode).toBe(2);
  });

  test("a bad duration is refused with what was found and what is allowed", async () => {
    const text = readFileSync(cluster.coordinatorFile, "utf8").replace(
      "interval: 250ms",
      "interval: 250 parsecs",
    );
    const file = join(cluster.folder.path, "coordinator-bad.yaml");
    writeFileSync(file, text);
    const { exitCode, output } = await run(COORDINATOR_MAIN, "--config", file);
    expect(output).toMatch(/coordinator-bad\.yaml:\d+: heartbeat\.interval: found .*250 parsecs.*allowed/);
    expect(exitCode).toBe(2);
  });

  test("a missing file is named", async () => {
    const { exitCode, output } = await run(NODE_MAIN, "--config", "nowhere/node.yaml");
    expect(output).toContain("nowhere/node.yaml");
    expect(output).toContain("no such file");
    expect(exitCode).toBe(2);
  });

  test("a port in use is named, and its owner goes on", async () => {
    const text = readFileSync(cluster.coordinatorFile, "utf8").replace("coordinator.db", "other.db");
    const file = join(cluster.folder.path, "coordinator-twice.yaml");
    writeFileSync(file, text);
    const { exitCode, output } = await run(COORDINATOR_MAIN, "--config", file);
    expect(output).toMatch(/PORT_TAKEN.*127\.0\.0\.10.*\d+/);
    expect(exitCode).toBe(1);
  });

  test("a node with a wrong token is refused with the reason, and does not become a member", async () => {
    const token = join(cluster.folder.path, "wrong.token");
    writeFileSync(token, "not-the-secret\n");
    const home = join(cluster.folder.path, "intruder");
    const file = nodeFile((text) =>
      text
        .replace("node: redis-1", "node: intruder")
        .replace(/auth: .*/, `auth: { token: file:${token} }`)
        .replace(/^data: .*/m, `data: ${join(home, "data")}`)
        .replaceAll("127.0.0.11", "127.0.0.14"),
    );
    const intruder = new Program("intruder", home, [NODE_MAIN, "--config", file]);
    intruder.start();
    await until("it says why", 10_000, () =>
      /40[13].*token|token.*40[13]|NOT_ALLOWED|LINK_REFUSED/.test(intruder.output),
    );
    await intruder.signal("SIGTERM");
    const { members } = await cluster.api.members();
    expect(members.map(({ node }) => node)).not.toContain("intruder");
  });

  test("the CLI with a wrong token says that it is not allowed, and without a coordinator that none is there", async () => {
    const refused = await run(
      CLI_MAIN,
      "failover",
      "redis",
      "--yes",
      "--coordinator",
      cluster.api.url,
      "--token",
      "wrong",
    );
    expect(refused.output).toContain("not allowed");
    expect(refused.exitCode).toBe(4);
    const nobody = await run(CLI_MAIN, "members", "--coordinator", "http://127.0.0.15:9");
    expect(nobody.output).toContain("127.0.0.15:9");
    expect(nobody.exitCode).toBe(3);
  });

  test("a node whose coordinator is not there says so, and goes on trying", async () => {
    const home = join(cluster.folder.path, "lonely");
    const file = nodeFile((text) =>
      text
        .replace("node: redis-1", "node: lonely")
        .replace(/coordinators: .*/, "coordinators: [ws://127.0.0.15:9]")
        .replace(/^data: .*/m, `data: ${join(home, "data")}`)
        .replaceAll("127.0.0.11", "127.0.0.16"),
    );
    const lonely = new Program("lonely", home, [NODE_MAIN, "--config", file]);
    lonely.start();
    await until("it says so", 10_000, () => lonely.output.includes("127.0.0.15:9"));
    expect(lonely.running).toBe(true);
    await lonely.signal("SIGTERM");
  });

  describe.each(["the coordinator", "a node"])("on the port of %s", (whose) => {
    const port = (): { readonly host: string; readonly port: number; readonly program: Program } => {
      const url = new URL(cluster.api.url);
      if (whose !== "a node")
        return { host: url.hostname, port: Number(url.port), program: cluster.coordinator };
      const { address, listenPort, daemon } = ordeal.old;
      return { host: address, port: listenPort, program: daemon };
    };

    test("random bytes close their own connection", async () => {
      const { closed } = await sendBytes(port().host, port().port, randomBytes(65_536), 15_000);
      expect(closed).toBe(true);
    });
  });

  const nodePort = (): Parameters<typeof sendFrame>[0] => {
    const { hostname, port } = new URL(cluster.api.url);
    return { host: hostname, port: Number(port), path: "/v1/node", token: "node-secret" };
  };

  test("a frame of random bytes closes its own connection, and one line of the log says why", async () => {
    const { closed } = await sendFrame(nodePort(), 1_000, 5_000);
    expect(closed).toBe(true);
    expect(cluster.coordinator.output).toContain("FRAME_MALFORMED");
  });

  test("a frame of 100 MB closes its own connection, and is not kept in memory", async () => {
    const before = peakKib(cluster.coordinator.pid);
    const { closed } = await sendFrame(nodePort(), 100_000_000, 15_000);
    expect(closed).toBe(true);
    expect(peakKib(cluster.coordinator.pid) - before).toBeLessThan(50_000);
  });
});

/** The most memory that the process has had so far. */
function peakKib(pid: number): number {
  return Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]);
}
