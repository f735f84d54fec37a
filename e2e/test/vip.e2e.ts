/** The recipe of the virtual address: hosts with a network each, and an address that moves with the active role. */
import { execFile } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { BareCluster } from "../src/bare-cluster.ts";
import { Folder } from "../src/folder.ts";
import { Namespaces, namespacesAreHere } from "../src/namespaces.ts";
import { EXAMPLES } from "../src/paths.ts";
import { Program } from "../src/program.ts";
import { until } from "../src/until.ts";

const run = promisify(execFile);
const PHI_VIP = join(EXAMPLES, "vip/phi-vip");
const PHI_DEMOTE = join(EXAMPLES, "systemd/phi-demote");
const TEST_MS = 240_000;
const MOVED_MS = 60_000;
const PORT = 9000;

/** The address that moves lies in the network of the hosts. */
const virtualOf = (address: string): string => address.replace(/\.\d+$/, ".200");

async function ran(command: readonly string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  const [program = "", ...args] = command;
  return run(program, args).then(
    ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
    (error: { code: number; stdout: string; stderr: string }) => error,
  );
}

describe.skipIf(!namespacesAreHere())("a virtual address", { timeout: TEST_MS }, () => {
  let cluster: BareCluster;
  let virtual: string;

  const wrap = (hook: string, address: string): readonly string[] => [
    PHI_VIP,
    "--address",
    `${virtualOf(address)}/24`,
    "--device",
    "eth0",
    hook,
    "--",
  ];

  beforeEach(async () => {
    const nodes = ["n1", "n2", "n3"];
    cluster = await BareCluster.start({ name: "vip", nodes, groups: { db: "fence" }, apart: true, wrap });
    virtual = virtualOf(cluster.addressOf("n1"));
    for (const node of nodes) {
      const server = `require("node:http").createServer((_, response) => response.end("${node}")).listen(${PORT}, "0.0.0.0")`;
      const home = join(cluster.folder.path, `${node}-server`);
      new Program(`${node}-server`, home, ["-e", server], process.env, cluster.links.insideOf(node)).start();
    }
  }, 120_000);
  afterEach(async ({ task }) => {
    if (task.result?.state === "fail") console.error(await cluster.diagnosis());
    await cluster.stop();
  });

  /** Asks at the virtual address, on a connection of its own, until this node answers. */
  const answers = (node: string): Promise<boolean> =>
    until(`${node} answers at ${virtual}`, MOVED_MS, async () => {
      const response = await fetch(`http://${virtual}:${PORT}/`, {
        signal: AbortSignal.timeout(2_000),
        headers: { connection: "close" },
      });
      const who = await response.text();
      if (who !== node) throw new Error(`${who} answers`);
      return true;
    });

  async function has(node: string): Promise<boolean> {
    const { stdout } = await run("ip", [
      ...cluster.links.insideOf(node).slice(1),
      "ip",
      "-o",
      "address",
      "show",
      "to",
      virtual,
    ]);
    return stdout.includes(virtual);
  }

  const nowActive = (old: string): Promise<string> =>
    until("another is active", MOVED_MS, async () => {
      const active = await cluster.active("db");
      return active !== old && active;
    });

  test("it follows a switchover, and leaves the old host first", async () => {
    await answers("n1");
    const { status, text } = await cluster.api.order("/v1/groups/db/switchover", {});
    expect(status, text).toBe(200);
    const active = await nowActive("n1");
    await answers(active);
    expect(await has("n1")).toBe(false);
    expect(cluster.hooksOf("n1")).toContain("demote db 1");
    expect(cluster.hooksOf(active)).toContain("promote db 2");
  });

  test("a killed daemon leaves it behind, and what systemd runs then takes it away", async () => {
    await answers("n1");
    await cluster.daemons.get("n1")?.signal("SIGKILL");
    const active = await nowActive("n1");
    expect(await has("n1")).toBe(true);
    const hook = join(cluster.folder.path, "hook.sh");
    const demote = [...wrap("demote", virtual), hook, "demote", join(cluster.folder.path, "n1/hooks")];
    const inside = cluster.links.insideOf("n1");
    const { code, stderr } = await ran([
      ...inside,
      PHI_DEMOTE,
      "--node",
      "n1",
      "--group",
      "db",
      "--",
      ...demote,
    ]);
    expect(code, stderr).toBe(0);
    expect(await has("n1")).toBe(false);
    await answers(active);
  });
});

describe.skipIf(!namespacesAreHere())("phi-vip", { timeout: TEST_MS }, () => {
  let folder: Folder;
  let networks: Namespaces;
  let inside: readonly string[];

  beforeEach(() => {
    folder = new Folder("phi-vip");
    networks = Namespaces.make(folder.path, ["a"]);
    inside = networks.insideOf("a");
    writeFileSync(
      join(folder.path, "hook"),
      `#!/bin/sh\necho "$1 $(ip -o address show to 10.9.9.9 | wc -l)"\nexit "$2"\n`,
      {
        mode: 0o755,
      },
    );
  });
  afterEach(async () => {
    await folder.remove();
    networks.remove();
  });

  const vip = (...args: readonly string[]): ReturnType<typeof ran> =>
    ran([...inside, PHI_VIP, "--address", "10.9.9.9/24", "--device", "eth0", ...args]);
  const hook = (name: string, status = 0): readonly string[] => [
    name,
    "--",
    join(folder.path, "hook"),
    name,
    String(status),
  ];
  const isHere = async (): Promise<boolean> =>
    (await ran([...inside, "ip", "-o", "address", "show", "to", "10.9.9.9"])).stdout !== "";

  test("promote runs the hook before it adds the address, demote and follow after they removed it; twice is harmless", async () => {
    expect(await vip(...hook("promote"))).toMatchObject({ code: 0, stdout: "promote 0\n" });
    expect(await isHere()).toBe(true);
    expect(await vip(...hook("promote"))).toMatchObject({ code: 0, stdout: "promote 1\n" });
    expect(await vip(...hook("demote"))).toMatchObject({ code: 0, stdout: "demote 0\n" });
    expect(await isHere()).toBe(false);
    expect(await vip(...hook("demote"))).toMatchObject({ code: 0 });
    expect(await vip("promote")).toMatchObject({ code: 0 });
    expect(await vip(...hook("follow"))).toMatchObject({ code: 0, stdout: "follow 0\n" });
    expect(await isHere()).toBe(false);
  });

  test("a hook that fails is a failure: a promotion then adds no address, and a demotion has removed it", async () => {
    expect((await vip(...hook("promote", 3))).code).toBe(3);
    expect(await isHere()).toBe(false);
    await vip("promote");
    expect((await vip(...hook("demote", 4))).code).toBe(4);
    expect(await isHere()).toBe(false);
  });

  test.each([
    [["--address", "10.9.9.9", "promote"], "--address: found '10.9.9.9', allowed an address with its prefix"],
    [["--device", "nosuch0", "promote"], "--device: there is no nosuch0 on this host"],
    [["promote", "demote"], "found promote and demote, allowed is one of"],
    [["--", "true"], "what to do is missing"],
    [["promote", "--"], "the hook is missing"],
    [["start"], "found start, allowed are"],
    [["promote", "--address"], "--address needs a value"],
  ])("%j is refused with what is allowed", async (args, words) => {
    const { code, stderr } = await vip(...args);
    expect(code).toBe(2);
    expect(stderr).toContain(words);
    expect(stderr.trimEnd().split("\n")).toHaveLength(1);
  });
});
