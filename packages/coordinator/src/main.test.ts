import { readFileSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { afterEach, beforeEach, expect, test } from "vitest";
import { Bench, type Daemon, FakeNode, until } from "./daemon.testing.ts";

const FAST = "profile: fast\ngroups: { db: {} }\n";

let bench: Bench;
const nodes: FakeNode[] = [];
beforeEach(() => {
  bench = new Bench();
  bench.configure(FAST);
});
afterEach(async () => {
  for (const node of nodes.splice(0)) node.end();
  await bench.close();
});

function join(daemon: Daemon, name: string): FakeNode {
  const node = new FakeNode(daemon, name);
  nodes.push(node);
  return node;
}

/** Runs a coordinator to its end. */
async function run(...flags: string[]): Promise<{ status: number | null; stdout: string; stderr: string }> {
  const daemon = bench.spawn(flags);
  const status = await daemon.ended;
  return { status, stdout: daemon.stdout, stderr: daemon.stderr };
}

function activeOf(daemon: Daemon): Promise<{ node: string; epoch: string }> {
  return until("an active", async () => {
    const { status, value } = await daemon.get("/v1/groups/db/active");
    return status === 200 && (value as { node: string; epoch: string });
  });
}

async function termOf(daemon: Daemon): Promise<number> {
  return Number(((await daemon.get("/v1/members")).value as { term: string }).term);
}

test("--help, --version and --check say what they are to say, and end with status 0", async () => {
  expect(await run("--help")).toMatchObject({ status: 0, stdout: expect.stringContaining("--log-level") });
  expect(await run("--version")).toMatchObject({ status: 0, stdout: "0.1.0\n" });
  const checked = await run("--config", bench.file, "--check");
  expect(checked).toMatchObject({
    status: 0,
    stderr: "",
    stdout: expect.stringContaining("interval: 100ms"),
  });
});

test("wrong usage and wrong configuration end with status 2, and say where and why", async () => {
  expect(await run()).toMatchObject({ status: 2, stderr: expect.stringContaining("--config") });
  expect(await run("--config", "none.yaml")).toEqual({
    status: 2,
    stdout: "",
    stderr: "none.yaml: there is no such file\n",
  });
  bench.configure("detector: { down: 0 }\nlease: { druation: 1s }\n");
  const { status, stderr } = await run("--config", bench.file);
  expect(status).toBe(2);
  expect(stderr.split("\n")).toEqual([
    "coordinator.yaml:5: detector.down: found 0, allowed a number above 0",
    expect.stringContaining(
      "coordinator.yaml:6: lease.druation: found an unknown key, allowed duration (did you mean",
    ),
    "",
  ]);
  writeFileSync(bench.file, "cluster: [test\n");
  expect(await run("--config", bench.file)).toMatchObject({
    status: 2,
    stderr: expect.stringMatching(/^coordinator\.yaml:2: not YAML/),
  });
});

test("a port in use is named; the store is not touched", async () => {
  const other = createServer();
  await new Promise<void>((resolve) => void other.listen(0, "127.0.0.1", resolve));
  const { port } = other.address() as { port: number };
  bench.configure(FAST, port);
  const { status, stderr } = await run("--config", bench.file);
  other.close();
  expect(status).toBe(1);
  expect(stderr).toContain(`PORT_TAKEN host=127.0.0.1 port=${port}`);
  expect(() => statSync(`${bench.folder}/coordinator.db`)).toThrow("ENOENT");
});

test("a store in use is named, and its owner goes on", async () => {
  const first = await bench.start();
  const { status, stderr } = await run("--config", bench.file);
  expect(status).toBe(1);
  expect(stderr).toContain("STORE_UNUSABLE");
  expect(stderr).toContain("another coordinator uses this file");
  expect((await first.get("/readyz")).status).toBe(200);
});

test("killed and started again, it keeps the epoch and the holder, and its term grows", async () => {
  const first = await bench.start();
  bench.configure(FAST, first.port);
  const before = join(first, "db-1");
  expect(await activeOf(first)).toEqual({ group: "db", node: "db-1", address: "127.0.0.1:5432", epoch: "1" });
  const term = await termOf(first);
  await first.end("SIGKILL");
  await before.closed;
  const second = await bench.start();
  join(second, "db-1");
  expect(await activeOf(second)).toMatchObject({ node: "db-1", epoch: "1" });
  expect(await termOf(second)).toBe(term + 1);
}, 30_000);

test("a regular stop ends with status 0, and what happened before it is on the disk", async () => {
  const first = await bench.start();
  join(first, "db-1");
  await activeOf(first);
  expect(await first.end("SIGTERM")).toBe(0);
  expect(first.lines.at(-1)).toMatchObject({ msg: "stopped" });
  const second = await bench.start();
  const { events } = (await second.get("/v1/events")).value as { events: { type: string; text: string }[] };
  const texts = events.map(({ text }) => text);
  expect(texts).toContain("db-1 joined");
  expect(events.filter(({ type }) => type === "coordinatorStarted")).toHaveLength(2);
}, 30_000);

test("a hang-up takes a new group at once, and says what needs a restart", async () => {
  const daemon = await bench.start();
  bench.configure("profile: wan\ngroups: { db: {}, web: { mode: active-active } }\n");
  daemon.child.kill("SIGHUP");
  await daemon.says("configuration reloaded");
  const { groups } = (await daemon.get("/v1/groups")).value as { groups: { group: string }[] };
  expect(groups.map(({ group }) => group)).toEqual(["db", "web"]);
  const kept = daemon.lines.filter(({ msg }) => String(msg).startsWith("cannot be reloaded"));
  expect(kept.map(({ key }) => key)).toEqual(["heartbeat", "lease"]);
});

test("a group that is taken out of the file and put back goes on above its old epoch", async () => {
  const daemon = await bench.start();
  const first = join(daemon, "db-1");
  await activeOf(daemon);
  const reload = async (rest: string, groups: number): Promise<void> => {
    bench.configure(rest);
    daemon.child.kill("SIGHUP");
    await until("reloaded", async () => {
      const { value } = await daemon.get("/v1/groups");
      return (value as { groups: unknown[] }).groups.length === groups;
    });
  };
  await reload("profile: fast\n", 0);
  first.end();
  await first.closed;
  await reload(FAST, 1);
  join(daemon, "db-2");
  // Its last holder is remembered too: the role moves when that one's lease has ended.
  const { epoch } = await until("db-2 active", async () => {
    const active = await activeOf(daemon);
    return active.node === "db-2" && active;
  });
  expect(Number(epoch)).toBe(2);
}, 30_000);

test("a hang-up with a broken file changes nothing and says why", async () => {
  const daemon = await bench.start();
  writeFileSync(bench.file, `${readFileSync(bench.file, "utf8")}detector: { down: 0 }\n`);
  daemon.child.kill("SIGHUP");
  const line = await daemon.says("not reloaded");
  expect(line["problems"]).toEqual(["coordinator.yaml:7: detector.down: found 0, allowed a number above 0"]);
  expect((await daemon.get("/readyz")).status).toBe(200);
});

test("a shorter lease waits until the longer ones of the run before must have ended", async () => {
  bench.configure("profile: fast\nlease: { duration: 3s }\ngroups: { db: {} }\n");
  await (await bench.start()).end("SIGTERM");
  bench.configure(FAST);
  const daemon = bench.spawn();
  const line = await daemon.says("leases were made shorter");
  expect(line).toMatchObject({ waitMs: 2_020 });
  await daemon.ready();
  const listening = daemon.lines.find(({ msg }) => msg === "listening");
  expect(Number(listening?.["time"]) - Number(line["time"])).toBeGreaterThanOrEqual(2_000);
}, 15_000);

test("a disk that takes no more is reported, and the coordinator lives on", async () => {
  // Files may grow to 512 KiB: enough to start, not enough to go on for long.
  const prefix = ["/bin/sh", "-c", 'ulimit -f 1024; exec "$@"', "sh"];
  const daemon = await bench.start(prefix);
  let count = 0;
  let answer: { status: number; value: unknown } | undefined;
  const failure = await until("a failed save", async () => {
    count += 1;
    const { status, value } = await daemon.post("/v1/pause", { reason: `${count} ${"x".repeat(1_900)}` });
    if (status !== 200) answer = { status, value };
    return daemon.lines.find(({ msg }) => msg === "the store did not take a change");
  });
  expect(String(failure["reason"])).toContain("STORE_UNUSABLE");
  expect(answer).toMatchObject({
    status: 504,
    value: {
      outcome: { status: "timedOut", text: expect.stringContaining("not durable yet, and tried again") },
    },
  });
  const page = String((await daemon.get("/metrics")).value);
  expect(page).toMatch(/phi_save_failures_total [1-9]/);
  expect((await daemon.get("/healthz")).status).toBe(200);
}, 30_000);
