import { type ChildProcess, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { TestService, client, freePort, until } from "./loopback-fixture.ts";
import { ScratchFolder } from "./scratch-fixture.ts";

// Real processes and sockets on a machine that may be busy: a bound against hanging, not a measurement.
vi.setConfig({ testTimeout: 30_000 });

const MAIN = fileURLToPath(new URL("./main.ts", import.meta.url));

let folder: ScratchFolder;
const started: ChildProcess[] = [];

beforeEach(() => {
  folder = new ScratchFolder();
});

afterEach(() => {
  for (const program of started.splice(0)) if (program.exitCode === null) program.kill("SIGKILL");
  folder.remove();
});

interface Run {
  readonly program: ChildProcess;
  out: string;
  err: string;
  /** Exit status; undefined while it runs. */
  status: number | undefined;
}

function phiNode(...args: readonly string[]): Run {
  const program = spawn(process.execPath, [MAIN, ...args], { stdio: ["ignore", "pipe", "pipe"], env: {} });
  started.push(program);
  const run: Run = { program, out: "", err: "", status: undefined };
  program.stdout.on("data", (chunk: Buffer) => (run.out += chunk.toString()));
  program.stderr.on("data", (chunk: Buffer) => (run.err += chunk.toString()));
  program.on("close", (code) => (run.status = code ?? -1));
  return run;
}

async function ended(...args: readonly string[]): Promise<Run> {
  const run = phiNode(...args);
  await until(() => run.status !== undefined, "the end of the program");
  return run;
}

/** A configuration with nobody to connect to: port 9 is that of the discard service. */
function config(more = "", listenPort = 0): string {
  return folder.write(
    "node.yaml",
    `node: n1\ncoordinators: [ws://127.0.0.1:9]\nlisten: { port: ${listenPort} }\ndata: ${folder.file("data")}\n${more}`,
  );
}

test("a wrong configuration is refused with file, line and key, and exit status 2", async () => {
  const run = await ended("--config", config("servces: []\n"));
  expect(run).toMatchObject({ status: 2, out: "" });
  expect(run.err).toContain("node.yaml:5: servces: found an unknown key, allowed services");
});

test("a missing file, or wrong usage, is exit status 2 as well", async () => {
  expect((await ended("--config", folder.file("none.yaml"))).status).toBe(2);
  expect((await ended("--frobnicate")).status).toBe(2);
  expect((await ended("--config", config(), "--log-level", "loud")).status).toBe(2);
});

test("--check prints the effective configuration and starts nothing", async () => {
  const run = await ended("--config", config("auth: { token: sesame }\n"), "--check");
  expect(run).toMatchObject({ status: 0, err: "" });
  expect(run.out).toContain("interval: 250ms");
  expect(run.out).not.toContain("sesame");
  expect(folder.read("data/memory.json")).toBe("");
});

test("--version and --help are answered", async () => {
  expect(await ended("--version")).toMatchObject({ status: 0, out: "0.1.0\n" });
  expect((await ended("--help")).out).toContain("--config <file>");
});

test("a port in use ends it with status 1 and the port's number, for the gate as for itself", async () => {
  const squatter = await TestService.open();
  const taken = squatter.port;
  const own = await ended("--config", config("", taken));
  expect(own).toMatchObject({ status: 1, err: `PORT_TAKEN host=127.0.0.1 port=${taken}\n` });
  const gate = `services: [{ group: db, address: "h:1", gate: { listen: "127.0.0.1:${taken}", forward: "127.0.0.1:1" } }]\n`;
  expect(await ended("--config", config(gate))).toMatchObject({ status: 1, err: own.err });
  await squatter.close();
});

test("it says when it has started, refuses at its gate, answers load balancers, and ends in order on SIGTERM", async () => {
  const [port, gatePort] = [await freePort(), await freePort()];
  const gate = `services: [{ group: db, address: "h:1", gate: { listen: "127.0.0.1:${gatePort}", forward: "127.0.0.1:1" } }]\n`;
  const run = phiNode("--config", config(gate, port));
  await until(() => run.err.includes('"msg":"started"'), "the word that it has started");
  const knock = client(gatePort);
  await until(() => knock.closed, "the gate's refusal");
  expect((await fetch(`http://127.0.0.1:${port}/role/db/active`)).status).toBe(503);
  expect(await (await fetch(`http://127.0.0.1:${port}/metrics`)).text()).toContain(
    "phi_gate_connections_total",
  );
  run.program.kill("SIGTERM");
  await until(() => run.status !== undefined, "the end");
  expect(run.status).toBe(0);
  expect(run.err).toContain("stopped as asked");
});

test("two daemons do not share a data folder", async () => {
  const first = phiNode("--config", config());
  await until(() => first.err.includes('"msg":"started"'), "the first daemon");
  const second = await ended("--config", config());
  expect(second.status).toBe(1);
  expect(second.err).toContain(`DATA_UNUSABLE`);
  expect(second.err).toContain(`process ${first.program.pid}`);
});

test("SIGHUP says what a restart would take up, and a broken file changes nothing", async () => {
  const run = phiNode("--config", config());
  await until(() => run.err.includes('"msg":"started"'), "the start");
  config("heartbeat: { interval: 1s }\n");
  run.program.kill("SIGHUP");
  await until(() => run.err.includes("restart to take up what differs: heartbeat"), "the difference");
  config("heartbeat: 7\n");
  run.program.kill("SIGHUP");
  await until(() => run.err.includes("going on with the old one"), "the problem");
  expect(run.status).toBeUndefined();
});
