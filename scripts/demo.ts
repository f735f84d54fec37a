/** The demo: a whole cluster on this machine, to watch and to break. Ends with Ctrl-C, and leaves nothing behind. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { DEMO_FOLDER, DemoFolder } from "./demo/folder.ts";
import { type Layout, layOut, partsOf } from "./demo/layout.ts";
import { untilServing } from "./demo/readiness.ts";
import { Supervisor } from "./demo/supervisor.ts";

const READY_WITHIN_MS = 30_000;

const taken = DemoFolder.take();
if ("heldBy" in taken) {
  console.error(
    `A demo runs already: pid ${taken.heldBy}, data in ${DEMO_FOLDER}. End it first, with Ctrl-C.`,
  );
  process.exit(1);
}
const folder = taken;
const supervisor = new Supervisor(folder);

try {
  const layout = await layOut(["1", "2", "3"]);
  stopOnSignals(layout);
  const url = `http://127.0.0.1:${layout.coordinatorPort}`;
  for (const part of partsOf(layout, folder.path)) supervisor.start(part);
  writeFileSync(join(folder.path, "coordinator-url"), url);
  console.log(
    `Starting one coordinator, three nodes and three key-value services; data and logs in ${folder.path}`,
  );
  const active = await untilServing(url, layout.members.length, READY_WITHIN_MS);
  console.log("\nready\n");
  console.log(invitation(layout, active));
} catch (error) {
  console.error(`The demo could not start: ${error instanceof Error ? error.message : String(error)}`);
  supervisor.kill();
  await folder.release();
  process.exit(1);
}

function stopOnSignals(layout: Layout): void {
  let asked = false;
  const stop = (): void => {
    if (asked) supervisor.kill();
    if (!asked) void shutDown(layout);
    asked = true;
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, stop);
}

/** Nodes first: they demote their services and say goodbye to the coordinator. */
async function shutDown(layout: Layout): Promise<void> {
  console.log("\nEnding the demo.");
  const nodes = layout.members.map(({ node }) => node);
  const services = layout.members.map(({ service }) => service);
  await supervisor.stop([nodes, [...services, "coordinator"]]);
  await folder.release();
  process.exit(0);
}

function invitation(layout: Layout, active: string): string {
  const gates = layout.members.map(({ gate }) => `127.0.0.1:${gate}`).join(",");
  const rows = layout.members.map(
    ({ node, service }) =>
      `  ${node} is pid ${pid(node)}${node === active ? " (active)" : ""}, its ${service} is pid ${pid(service)}`,
  );
  return `Try in another terminal, in this folder (npx pnpm@12 instead of pnpm where that is not installed):

  pnpm phi members                        who is what
  pnpm phi watch                          the same, live
  examples/kv/ask ${gates} SET colour red
  examples/kv/ask ${gates} GET colour
  pnpm phi switchover kv                  a planned change of active
  kill -9 ${String(pid(active)).padEnd(31)} the active's node dies; a standby takes over
  pnpm phi failover kv                    the active must go, now
  pnpm phi events                         what has happened

${rows.join("\n")}
  the coordinator is pid ${pid("coordinator")}. What you kill starts again by itself and stands by.

Ctrl-C ends all of it.`;
}

function pid(name: string): number {
  return supervisor.pidOf(name) ?? 0;
}
