/** Programs that tests of `phi` talk to, over real sockets: the stand-in of the client's tests, and the coordinator itself. */
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const STAND_IN = new URL("../../client/src/stand-in.testing.ts", import.meta.url);
const COORDINATOR = new URL("../../coordinator/src/main.ts", import.meta.url);

export interface RunningProgram {
  readonly url: string;
  stop(): Promise<void>;
}

/** Starts the stand-in. What it does with orders stands at its own top. */
export async function startStandIn(): Promise<RunningProgram> {
  const child = spawn(process.execPath, [fileURLToPath(STAND_IN)], { stdio: ["ignore", "pipe", "inherit"] });
  const url = await settled(child, (line) => line, "stdout");
  return { url, stop: () => end(child) };
}

/** Starts a coordinator of a cluster without nodes, with the groups `db` and `web`. */
export async function startCoordinator(tokens: {
  readonly operator: string;
  readonly reader: string;
}): Promise<RunningProgram> {
  const folder = mkdtempSync(join(tmpdir(), "phi-coordinator-"));
  const file = join(folder, "coordinator.yaml");
  writeFileSync(file, configuration(folder, tokens));
  const args = [fileURLToPath(COORDINATOR), "--config", file];
  const child = spawn(process.execPath, args, { stdio: ["ignore", "ignore", "pipe"] });
  const stop = async (): Promise<void> => {
    await end(child);
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    return { url: await settled(child, urlIn, "stderr"), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function configuration(
  folder: string,
  tokens: { readonly operator: string; readonly reader: string },
): string {
  return JSON.stringify({
    cluster: "try",
    id: "c1",
    listen: { host: "127.0.0.1", port: 0 },
    store: { embedded: { path: join(folder, "coordinator.db") } },
    auth: { tokens: { node: "a-token-for-nodes", ...tokens } },
    groups: {
      db: { mode: "active-passive", capacity: { required: 1 } },
      web: { mode: "active-active", capacity: { required: 90, unit: "req/s", spare: 1 } },
    },
  });
}

/** The URL in the log line that says where the coordinator listens. */
function urlIn(line: string): string | undefined {
  const { msg, port } = JSON.parse(line) as { readonly msg: string; readonly port?: number };
  return msg === "listening" && port !== undefined ? `http://127.0.0.1:${port}` : undefined;
}

/** What the first line says that says anything. @throws where the program ends before that, with what it wrote */
async function settled(
  child: ChildProcess,
  read: (line: string) => string | undefined,
  from: "stdout" | "stderr",
): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const written: string[] = [];
  const output = child[from];
  if (output !== null) {
    createInterface({ input: output }).on("line", (line) => {
      written.push(line);
      const found = read(line);
      if (found !== undefined) resolve(found);
    });
  }
  child.once("exit", (code) => reject(new Error(`the program ended with ${code}: ${written.join("\n")}`)));
  child.once("error", reject);
  return promise;
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const { promise, resolve } = Promise.withResolvers<void>();
  child.once("exit", () => resolve());
  child.kill("SIGKILL");
  await promise;
}
