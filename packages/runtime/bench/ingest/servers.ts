/** The servers that are measured, each a process of its own. */
import { closeSync, existsSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Load } from "./lane.ts";
import { LEASE_INTERVALS, groupName, groupsOf } from "./node.ts";
import { Partner } from "./talk.ts";
import { unit } from "./unit.ts";

export type Kind = "bare" | "echo" | "coordinator";

export interface Server {
  readonly partner: Partner;
  readonly port: number;
  /** How a node must speak to it. */
  readonly manner: "bare" | "greet";
  /** How often each type of event was told so far; none by a server that is not a coordinator. */
  events(): ReadonlyMap<string, number>;
  end(): Promise<void>;
}

const file = (name: string): string => join(import.meta.dirname, name);
const GAUGED = ["--import", file("gauge.ts")];
const COORDINATOR = file("../../../coordinator/src/main.ts");
/** Where there is a disk of memory the store lies there: no disk has a part in a heartbeat, and none shall in the figures. */
const MEMORY = "/dev/shm";
const READY_WITHIN_MS = 60_000;

/** @param profile a folder for the coordinator's processor profile, where one is wanted */
export async function startServer(kind: Kind, load: Load, profile?: string): Promise<Server> {
  if (kind !== "coordinator") return startBare(kind, GAUGED);
  const profiled = profile === undefined ? [] : ["--cpu-prof", `--cpu-prof-dir=${profile}`];
  return startCoordinator(load, [...GAUGED, ...profiled]);
}

async function startBare(kind: Kind, execArgv: readonly string[]): Promise<Server> {
  const partner = new Partner(file("bare.ts"), [kind], execArgv);
  const port = await partner.ask<number>("port");
  return { partner, port, manner: "bare", events: () => new Map(), end: () => partner.end("SIGTERM") };
}

/** The first one compiles, and is not the one that is measured. */
let isCompiled = false;

/** A real coordinator, with groups of three, so that every third heartbeat comes from the holder of a lease. */
async function startCoordinator(load: Load, execArgv: readonly string[]): Promise<Server> {
  if (!isCompiled) {
    isCompiled = true;
    await (await startCoordinator({ ...load, nodes: 3 }, execArgv)).end();
  }
  const folder = mkdtempSync(join(existsSync(MEMORY) ? MEMORY : tmpdir(), "phi-ingest-"));
  const port = await freePort();
  const config = join(folder, "coordinator.yaml");
  writeFileSync(config, yamlFor(load, port, join(folder, "coordinator.db")));
  const log = join(folder, "log");
  const descriptor = openSync(log, "a");
  const partner = new Partner(
    COORDINATOR,
    ["--config", config],
    [...unit.flags, ...execArgv],
    descriptor,
    unit.environment,
  );
  closeSync(descriptor);
  const end = async (): Promise<void> => {
    await partner.end("SIGTERM");
    rmSync(folder, { recursive: true, force: true });
  };
  const deadline = performance.now() + READY_WITHIN_MS;
  while (!(await isReady(port))) {
    if (performance.now() < deadline) continue;
    const words = readFileSync(log, "utf8");
    await end();
    throw new Error(`the coordinator did not start\n${words}`);
  }
  return { partner, port, manner: "greet", events: () => eventsIn(log), end };
}

function eventsIn(log: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const [, type = ""] of readFileSync(log, "utf8").matchAll(/"event":"(\w+)"/g)) {
    counts.set(type, (counts.get(type) ?? 0) + 1);
  }
  return counts;
}

async function isReady(port: number): Promise<boolean> {
  await new Promise((resolve) => void setTimeout(resolve, 50));
  const response = await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => undefined);
  await response?.body?.cancel();
  return response?.status === 200;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => void server.once("listening", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => void server.close(resolve));
  return port;
}

function yamlFor({ nodes, intervalMs }: Load, port: number, store: string): string {
  const groups = Array.from({ length: groupsOf(nodes) }, (_, index) => `  ${groupName(index)}: {}\n`);
  return `cluster: bench
id: c1
listen: { host: 127.0.0.1, port: ${port} }
store: { embedded: { path: ${store} } }
heartbeat: { interval: ${intervalMs}ms }
lease: { duration: ${LEASE_INTERVALS * intervalMs}ms }
groups:
${groups.join("")}`;
}
