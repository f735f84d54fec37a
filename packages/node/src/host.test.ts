import { type ChildProcess, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { groupId, nodeId } from "@phidelity/core";
import { TestCoordinator } from "./coordinator-fixture.ts";
import { TestService, client, freePort, until } from "./loopback-fixture.ts";
import { ScratchFolder } from "./scratch-fixture.ts";

// Real processes and sockets on a machine that may be busy: a bound against hanging, not a measurement.
vi.setConfig({ testTimeout: 60_000 });

const MAIN = fileURLToPath(new URL("./main.ts", import.meta.url));

/** One host: its service, its daemon, and what its hooks wrote. */
interface TestHost {
  readonly name: string;
  readonly service: TestService;
  readonly gatePort: number;
  readonly listenPort: number;
  daemon: ChildProcess;
  log: string;
  status: number | undefined;
}

let folder: ScratchFolder;
let coordinator: TestCoordinator;
const hosts: TestHost[] = [];

beforeEach(async () => {
  folder = new ScratchFolder();
  coordinator = await TestCoordinator.open();
});

afterEach(async (context) => {
  if (context.task.result?.state === "fail") {
    for (const { name, log } of hosts) process.stderr.write(`--- ${name}\n${log}\n`);
    process.stderr.write(`--- coordinator\n${coordinator.history.join("\n")}\n`);
  }
  for (const { daemon, service } of hosts.splice(0)) {
    if (daemon.exitCode === null) daemon.kill("SIGKILL");
    await service.close();
  }
  await coordinator.close();
  folder.remove();
});

async function startHost(name: string, priority: number): Promise<TestHost> {
  const service = await TestService.open();
  const [gatePort, listenPort] = [await freePort(), await freePort()];
  const hook = folder.script(`${name}.sh`, `echo "$1 $PHI_EPOCH" >> ${folder.file(name)}`);
  const file = folder.write(
    `${name}.yaml`,
    `node: ${name}
coordinators: [${coordinator.url}]
listen: { port: ${listenPort} }
data: ${folder.file(`${name}.data`)}
heartbeat: { interval: 50ms }
services:
  - group: db
    address: 127.0.0.1:${gatePort}
    priority: ${priority}
    checks: [{ name: accepts, tcp: "127.0.0.1:${service.port}", interval: 500ms, timeout: 200ms, fastInterval: 10ms }]
    hooks:
      promote: { command: [${hook}, promote] }
      demote: { command: [${hook}, demote] }
      follow: { command: [${hook}, follow] }
    gate: { listen: "127.0.0.1:${gatePort}", forward: "127.0.0.1:${service.port}" }
`,
  );
  const daemon = spawn(process.execPath, [MAIN, "--config", file], { stdio: ["ignore", "ignore", "pipe"] });
  const host: TestHost = { name, service, gatePort, listenPort, daemon, log: "", status: undefined };
  daemon.stderr.on("data", (chunk: Buffer) => (host.log += chunk.toString()));
  daemon.on("close", (code) => (host.status = code ?? -1));
  hosts.push(host);
  return host;
}

const roleOf = (host: TestHost): string =>
  coordinator.members().find((member) => member.node === host.name)?.role ?? "unknown";

async function askedRole(host: TestHost, question: "active" | "standby"): Promise<number> {
  return (await fetch(`http://127.0.0.1:${host.listenPort}/role/db/${question}`)).status;
}

/** Two hosts, the first active and served through its gate, the second its standby. */
async function pair(): Promise<{ one: TestHost; two: TestHost }> {
  const one = await startHost("one", 100);
  await until(() => roleOf(one) === "active", "the first active");
  const two = await startHost("two", 50);
  await until(() => roleOf(two) === "standby", "the standby");
  return { one, two };
}

test("the first member is promoted with its epoch, its gate serves, and the standby's refuses", async () => {
  const { one, two } = await pair();
  expect(folder.read("one")).toBe("promote 2\n");
  expect(folder.read("two")).toBe("follow 2\n");
  const served = client(one.gatePort);
  served.socket.write("hello");
  await until(() => one.service.received === "hello", "the greeting");
  const refused = client(two.gatePort);
  await until(() => refused.closed, "the refusal");
  expect([await askedRole(one, "active"), await askedRole(two, "active")]).toEqual([200, 503]);
  expect([await askedRole(one, "standby"), await askedRole(two, "standby")]).toEqual([503, 200]);
  served.socket.destroy();
});

test("a killed daemon takes its gate with it, and the standby serves at the next epoch", async () => {
  const { one, two } = await pair();
  const served = client(one.gatePort);
  served.socket.write("hello");
  await until(() => one.service.received === "hello", "the greeting");
  one.daemon.kill("SIGKILL");
  await until(() => served.closed, "the end of the connection");
  await until(() => roleOf(two) === "active", "the new active");
  expect(folder.read("two")).toBe("follow 2\npromote 3\n");
  const next = client(two.gatePort);
  next.socket.write("again");
  await until(() => two.service.received === "again", "the greeting at the new active");
  next.socket.destroy();
});

test("a daemon that was stopped past its lease passes nothing when it goes on, and demotes its service", async () => {
  const { one, two } = await pair();
  const served = client(one.gatePort);
  served.socket.write("before");
  await until(() => one.service.received === "before", "the greeting");
  one.daemon.kill("SIGSTOP");
  await until(() => roleOf(two) === "active", "the new active");
  // Waiting in the kernel while the gate is frozen: a request, an acknowledgement, and a new connection.
  served.socket.write("late");
  one.service.sockets.at(-1)?.write("late too");
  const late = client(one.gatePort);
  late.socket.write("later");
  one.daemon.kill("SIGCONT");
  await until(() => served.closed && late.closed, "the end of both connections");
  expect(one.service.received).toBe("before");
  expect(served.received).toBe("");
  await until(() => folder.read("one").includes("demote 2"), "the demotion");
  await until(() => roleOf(one) === "standby", "the old active as a standby");
  expect(folder.read("one")).toBe("promote 2\ndemote 2\nfollow 3\n");
});

test("a service that dies is replaced, and what is left of it is demoted first", async () => {
  const { one, two } = await pair();
  const served = client(one.gatePort);
  served.socket.write("hello");
  await until(() => one.service.received === "hello", "the greeting");
  await one.service.close();
  await until(() => roleOf(two) === "active", "the new active");
  expect(folder.read("one")).toContain("promote 2\ndemote 2\n");
});

test("a stop hands over: demote, release, goodbye, and exit status 0", async () => {
  const { one, two } = await pair();
  one.daemon.kill("SIGTERM");
  await until(() => one.status !== undefined, "the end");
  expect(one.status).toBe(0);
  expect(folder.read("one")).toBe("promote 2\ndemote 2\n");
  await until(() => roleOf(two) === "active", "the new active");
  expect(folder.read("two")).toMatch(/^follow 2\n(?:follow 3\n)?promote [34]\n$/);
});

test("a switchover demotes first and promotes then", async () => {
  const { one, two } = await pair();
  coordinator.request({ action: "switchover", group: groupId("db"), to: nodeId("two") });
  await until(() => roleOf(two) === "active" && roleOf(one) === "standby", "the change of roles");
  expect(folder.read("one")).toBe("promote 2\ndemote 2\nfollow 3\n");
  expect(folder.read("two")).toBe("follow 2\npromote 3\n");
});
