import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";

const runtime = pathToFileURL(fileURLToPath(new URL("index.ts", import.meta.url))).href;
const core = import.meta.resolve("@phidelity/core");

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "phi-program-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Ended {
  readonly status: number | null;
  readonly stderr: string;
}

/** Runs a program; each time that standard output says a line, `onLine` may send a signal. */
function run(
  source: string,
  onLine: (line: string, kill: (signal: NodeJS.Signals) => void) => void,
): Promise<Ended> {
  const file = join(folder, `${Math.random().toString(36).slice(2)}.ts`);
  writeFileSync(
    file,
    `import * as runtime from "${runtime}"; import { PhiError } from "${core}";\n${source}`,
  );
  const child = spawn(process.execPath, [file], { stdio: ["ignore", "pipe", "pipe"] });
  let stderr = "";
  child.stderr.on("data", (chunk: Buffer) => (stderr += chunk.toString()));
  child.stdout.on("data", (chunk: Buffer) => {
    for (const line of chunk.toString().trim().split("\n")) onLine(line, (signal) => child.kill(signal));
  });
  return new Promise((resolve) => child.once("close", (status) => resolve({ status, stderr })));
}

const quiet = (): void => {};

test("wrong configuration ends with status 2 and its problems, line by line", async () => {
  const source = `await runtime.runProgram(() => {
    throw new PhiError("CONFIG_INVALID", { file: "a.yaml", problems: "a.yaml:1: one\\na.yaml:2: two" });
  });`;
  expect(await run(source, quiet)).toEqual({ status: 2, stderr: "a.yaml:1: one\na.yaml:2: two\n" });
});

test("another failure of the world ends with status 1 and one line", async () => {
  const source = `await runtime.runProgram(async () => {
    throw new PhiError("PORT_TAKEN", { host: "127.0.0.1", port: 7400 });
  });`;
  expect(await run(source, quiet)).toEqual({ status: 1, stderr: "PORT_TAKEN host=127.0.0.1 port=7400\n" });
});

test("a wrong program is not dressed up as a failure of the world", async () => {
  const { status, stderr } = await run(
    `await runtime.runProgram(() => { throw new TypeError("oops"); });`,
    quiet,
  );
  expect(status).toBe(1);
  expect(stderr).toContain("TypeError: oops");
});

test("a signal stops in order: the handler ends first, waiting log lines are written, status 0", async () => {
  const source = `const log = runtime.createLog({ name: "x", level: "info" });
    setInterval(() => {}, 1000);
    runtime.onStop(async (signal) => {
      await new Promise((resolve) => setImmediate(resolve));
      log.info({ signal }, "stopped");
    });
    console.log("ready");`;
  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    const { status, stderr } = await run(source, (_line, kill) => kill(signal));
    expect(status).toBe(0);
    expect(JSON.parse(stderr)).toMatchObject({ name: "x", level: 30, signal, msg: "stopped" });
  }
});

test("a second signal ends at once", async () => {
  const source = `setInterval(() => {}, 1000);
    runtime.onStop(() => { console.log("stopping"); return new Promise(() => {}); });
    console.log("ready");`;
  const { status } = await run(source, (_line, kill) => kill("SIGTERM"));
  expect(status).toBe(143);
});

test("a hang-up asks for a reload and does not end the process", async () => {
  const source = `let reloads = 0; setInterval(() => {}, 1000);
    runtime.onReload(() => { reloads += 1; console.log(reloads === 2 ? "enough" : "again"); });
    runtime.onStop(() => {});
    console.log("ready");`;
  const { status } = await run(source, (line, kill) => kill(line === "enough" ? "SIGTERM" : "SIGHUP"));
  expect(status).toBe(0);
});

test("a log whose reader does not read does not stop the program", async () => {
  const source = `const log = runtime.createLog({ name: "x", level: "info" });
    const text = "x".repeat(1000);
    for (let i = 0; i < 20000; i += 1) log.info(text);
    console.log("alive"); process.kill(process.pid, "SIGKILL");`;
  const file = join(folder, "deaf.ts");
  writeFileSync(file, `import * as runtime from "${runtime}";\n${source}`);
  const child = spawn(process.execPath, [file], { stdio: ["ignore", "pipe", "pipe"] });
  child.stderr.pause();
  const line = await new Promise((resolve) =>
    child.stdout.once("data", (chunk: Buffer) => resolve(chunk.toString())),
  );
  expect(line).toBe("alive\n");
});
