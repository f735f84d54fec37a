/** The systemd recipe: what the daemons tell a service manager, the units, and what happens when a daemon ends badly. */
import { execFile } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { BareCluster } from "../src/bare-cluster.ts";
import { Folder } from "../src/folder.ts";
import { NotifySocket } from "../src/notify-socket.ts";
import { EXAMPLES } from "../src/paths.ts";
import { freePort } from "../src/ports.ts";
import { Systemd, managerIsHere, systemdIsHere, writeUnits } from "../src/systemd.ts";
import { clockMs, until } from "../src/until.ts";

const run = promisify(execFile);
const TEST_MS = 240_000;
const PATIENCE_MS = 60_000;
const HOOK = `#!/bin/sh
echo "$1 $PHI_GROUP $PHI_EPOCH" >> "\${0%/*}/hooks"
env | grep ^PHI_ | sort > "\${0%/*}/variables"
env | grep ^NOTIFY_SOCKET >> "\${0%/*}/hooks"
exit "\${HOOK_STATUS:-0}"
`;

let folder: Folder;
let hook: string;

beforeEach(() => {
  folder = new Folder("systemd");
  hook = join(folder.path, "hook.sh");
  writeFileSync(hook, HOOK, { mode: 0o755 });
});
afterEach(() => folder.remove());

function hooks(): readonly string[] {
  const file = join(folder.path, "hooks");
  return existsSync(file) ? readFileSync(file, "utf8").trimEnd().split("\n") : [];
}

describe.skipIf(!systemdIsHere())("the daemons and a service manager", { timeout: TEST_MS }, () => {
  test("they tell that they are ready, how they fare, that they live, and that they end", async () => {
    const sockets = {
      c1: await NotifySocket.open(folder, "c1"),
      n1: await NotifySocket.open(folder, "n1"),
    };
    const told = (host: keyof typeof sockets, words: string): Promise<boolean> =>
      until(`${host} tells ${words}`, PATIENCE_MS, () => {
        if (sockets[host].messages.some((one) => one.includes(words))) return true;
        throw new Error(sockets[host].messages.join("\n"));
      });
    const watched = (host: keyof typeof sockets): NodeJS.ProcessEnv => ({
      NOTIFY_SOCKET: sockets[host].path,
      WATCHDOG_USEC: "2000000",
    });
    const cluster = await BareCluster.start({
      name: "systemd",
      nodes: ["n1", "n2"],
      groups: { db: "fence" },
      apart: false,
      env: { c1: watched("c1"), n1: watched("n1") },
    });
    try {
      const node = cluster.daemons.get("n1");
      if (node === undefined) throw new Error("n1 is missing");
      expect(sockets.n1.messages[0]).toMatch(
        new RegExp(`^MAINPID=${node.pid} \\| READY=1 \\| STATUS=.*db idle$`),
      );
      expect(sockets.c1.messages[0]).toContain(
        `MAINPID=${cluster.coordinator.pid} | READY=1 | STATUS=nodes: `,
      );
      await told("n1", "STATUS=connected; db active at epoch 1");
      await told("c1", "STATUS=nodes: 2 alive; groups: db active on n1 at epoch 1");
      const lives = (more: number): Promise<boolean> => {
        const before = sockets.n1.signsOfLife;
        return until("there are signs of life", PATIENCE_MS, () => sockets.n1.signsOfLife >= before + more);
      };
      await lives(2);
      await node.signal("SIGSTOP");
      // One that was under way may still arrive; then there is none, however long it stands still.
      const first = sockets.n1.signsOfLife;
      const end = clockMs() + 5_000;
      await until("it has stood still for five seconds", PATIENCE_MS, () => clockMs() > end);
      expect(sockets.n1.signsOfLife).toBeLessThanOrEqual(first + 1);
      await node.signal("SIGCONT");
      await lives(2);
      await node.signal("SIGTERM");
      await told("n1", "STOPPING=1 | STATUS=stopping");
      await told("c1", "1 alive, 1 left; groups: db active on n2");
      await cluster.coordinator.signal("SIGTERM");
      await told("c1", "STOPPING=1 | STATUS=stopping");
    } finally {
      await cluster.stop();
    }
  });

  test("the units are sound", async () => {
    const units = writeUnits(folder.path, `${hook} demote`);
    for (const name of ["phi-node.service", "phi-coordinator.service"]) {
      const { stderr } = await run("systemd-analyze", ["verify", "--man=no", join(units, name)]);
      expect(stderr.split("\n").filter((line) => line.includes("phi-"))).toEqual([]);
    }
  });
});

describe("phi-demote", () => {
  const demote = async (
    args: readonly string[],
    env: Readonly<Record<string, string>> = {},
  ): Promise<{ code: number; stderr: string }> => {
    const program = join(EXAMPLES, "systemd/phi-demote");
    return run(program, args, { env: { ...process.env, ...env } }).then(
      ({ stderr }) => ({ code: 0, stderr }),
      (error: { code: number; stderr: string }) => error,
    );
  };
  const usual = (): readonly string[] => ["--node", "n1", "--group", "db", "--", hook, "demote"];
  const killed = { SERVICE_RESULT: "watchdog", EXIT_CODE: "killed", EXIT_STATUS: "KILL" };

  test("after a bad end the hook runs with all its variables, and again for what a dying promotion still did", async () => {
    expect(await demote(usual(), killed)).toMatchObject({ code: 0 });
    expect(hooks()).toEqual(["demote db 0", "demote db 0"]);
    expect(readFileSync(join(folder.path, "variables"), "utf8").trimEnd().split("\n")).toEqual([
      "PHI_ACTIVE_ADDRESS=",
      "PHI_ACTIVE_NODE=",
      "PHI_DEADLINE_MS=10000",
      "PHI_EPOCH=0",
      "PHI_GROUP=db",
      "PHI_NODE=n1",
      "PHI_OLD_NODE=",
      expect.stringMatching(/^PHI_OPERATION_ID=db-.+-demote$/),
      "PHI_REASON=the daemon has ended: watchdog KILL",
    ]);
  });

  test("after a stop in order nothing is done, and by hand it is", async () => {
    await demote(usual(), { SERVICE_RESULT: "success", EXIT_CODE: "exited", EXIT_STATUS: "0" });
    expect(hooks()).toEqual([]);
    await demote(usual());
    expect(hooks()).toHaveLength(2);
  });

  test("a hook that fails is said, and so is what cannot be meant", async () => {
    const failed = await demote(usual(), { ...killed, HOOK_STATUS: "3" });
    expect(failed.code).toBe(3);
    expect(failed.stderr).toContain("db: the hook failed with status 3");
    expect(await demote(["--group", "db", "--", hook])).toMatchObject({
      code: 2,
      stderr: "phi-demote: --node is missing: the name in node.yaml\n",
    });
    expect(await demote(["--node", "n1", "--group", "db"])).toMatchObject({
      code: 2,
      stderr: "phi-demote: the hook is missing: it stands after --\n",
    });
    const { stderr } = await demote(["--node", "n1", "--group", "db", "--timeout", "1m", "--", hook]);
    expect(stderr).toContain("--timeout: found 1m, allowed a whole number of seconds");
  });
});

describe.skipIf(!managerIsHere())("under a real systemd", { timeout: TEST_MS }, () => {
  test("a daemon that hangs or is killed is ended, demoted after, and started again; a stop demotes once", async () => {
    await writeConfiguration();
    writeUnits(folder.path, `${hook} demote`);
    const systemd = await Systemd.start(folder);
    try {
      const happened = (what: string, times: number): Promise<boolean> =>
        until(`${what}, ${times} times`, PATIENCE_MS, () => {
          if (hooks().filter((line) => line.startsWith(what)).length >= times) return true;
          throw new Error(hooks().join("\n"));
        });
      await happened("promote db", 1);
      expect(await systemd.show("phi-node", "StatusText")).toMatch(/connected|coordinator/);
      process.kill((await systemd.mainPid("phi-node")) ?? 0, "SIGSTOP");
      await happened("demote db 0", 2);
      await happened("promote db", 2);
      process.kill((await systemd.mainPid("phi-node")) ?? 0, "SIGKILL");
      await happened("demote db 0", 4);
      await happened("promote db", 3);
      const before = hooks().filter((line) => line === "demote db 0").length;
      await systemd.systemctl("stop", "phi-node");
      expect(await systemd.show("phi-node", "Result")).toBe("success");
      expect(hooks().at(-1)).toMatch(/^demote db [1-9]/);
      expect(hooks().filter((line) => line === "demote db 0")).toHaveLength(before);
      await systemd.systemctl("stop", "phi-coordinator");
      expect(await systemd.show("phi-coordinator", "Result")).toBe("success");
      expect(hooks().filter((line) => line.startsWith("NOTIFY_SOCKET"))).toEqual([]);
    } catch (error) {
      console.error(await systemd.diagnosis());
      throw error;
    } finally {
      await folder.remove();
      systemd.sweep();
    }
  });

  /** A coordinator and one node, n1, whose service is nothing but the hook. */
  async function writeConfiguration(): Promise<void> {
    const [coordinator, node] = [await freePort(["127.0.0.1"]), await freePort(["127.0.0.1"])];
    mkdirSync(join(folder.path, "data"));
    writeFileSync(
      join(folder.path, "coordinator.yaml"),
      `cluster: systemd
id: c1
listen: { host: 127.0.0.1, port: ${coordinator} }
advertise: ws://127.0.0.1:${coordinator}
store: { embedded: { path: ${folder.path}/coordinator.db } }
groups:
  db: { mode: active-passive, capacity: { required: 1 }, replication: { mode: async, maxLag: 1MiB }, failover: { automatic: true, cooldown: 100ms } }
`,
    );
    writeFileSync(
      join(folder.path, "node.yaml"),
      `node: n1
coordinators: [ws://127.0.0.1:${coordinator}]
listen: { host: 127.0.0.1, port: ${node} }
data: ${folder.path}/data
services:
  - group: db
    address: 127.0.0.1:1
    hooks:
      promote: { command: [${hook}, promote] }
      demote: { command: [${hook}, demote] }
`,
    );
  }
});
