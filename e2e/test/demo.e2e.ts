/** The demo: it starts, says so, serves, brings back what is killed, and leaves nothing behind. */
import { execFile } from "node:child_process";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterEach, beforeEach, expect, test } from "vitest";
import { CoordinatorApi } from "../src/coordinator-api.ts";
import { Folder } from "../src/folder.ts";
import { CLI_MAIN, DEMO_MAIN, EXAMPLES, NODE } from "../src/paths.ts";
import { Program } from "../src/program.ts";
import { until } from "../src/until.ts";

const run = promisify(execFile);
const READY_MS = 20_000;

let folder: Folder;
let demo: Program;
let demoFolder: string;
let env: NodeJS.ProcessEnv;

beforeEach(async () => {
  folder = new Folder("demo");
  // A temporary folder of its own, so that a demo that somebody looks at is not disturbed.
  env = { ...process.env, TMPDIR: folder.path };
  demoFolder = join(folder.path, "phidelity-demo");
  demo = new Program("demo", folder.path, [DEMO_MAIN], env);
  demo.start();
  await until("the demo is ready", READY_MS, () => /^ready$/m.test(demo.output) || !demo.running);
});
afterEach(async ({ task }) => {
  if (task.result?.state === "fail") console.error(demo.output, logs());
  await folder.remove();
});

/** Every process that works in the demo's folder. */
function inhabitants(): string[] {
  return readdirSync("/proc").filter((name) => {
    try {
      return readFileSync(`/proc/${name}/environ`, "utf8").includes(`TMPDIR=${folder.path}\0`);
    } catch {
      return false;
    }
  });
}

function logs(): string {
  if (!existsSync(demoFolder)) return "the demo's folder is gone";
  return readdirSync(demoFolder)
    .map((name) => join(demoFolder, name, "log"))
    .filter((file) => existsSync(file))
    .map((file) => `--- ${file}\n${readFileSync(file, "utf8").split("\n").slice(-30).join("\n")}`)
    .join("\n");
}

const leavesNothing = (): Promise<boolean> =>
  until("nothing is left", 15_000, () => !existsSync(demoFolder) && inhabitants().length === 0);

const phi = (...args: readonly string[]): ReturnType<typeof run> => run(NODE, [CLI_MAIN, ...args], { env });

test("it is ready, serves through its gates, and Ctrl-C leaves nothing behind", async () => {
  expect(demo.output).toMatch(/^ready$/m);
  const [, gates = ""] = /ask (\S+) SET/.exec(demo.output) ?? [];
  const ask = async (...words: readonly string[]): Promise<string> => {
    const { stdout } = await run(join(EXAMPLES, "kv/ask"), [gates, ...words]);
    return stdout.trimEnd();
  };
  expect(await ask("SET", "colour", "red")).toMatch(/^OK \d+$/);
  expect(await ask("GET", "colour")).toBe("VALUE red");
  const { stdout } = await phi("members", "--json");
  expect(JSON.parse(String(stdout))).toMatchObject({ cluster: "demo", members: [{}, {}, {}] });
  await demo.signal("SIGINT");
  expect(demo.exitCode).toBe(0);
  expect(await leavesNothing()).toBe(true);
});

test("a second demo says that one runs, and does not disturb it", async () => {
  const second = new Program("second", join(folder.path, "second"), [DEMO_MAIN], env);
  second.start();
  await second.ended();
  expect(second.exitCode).toBe(1);
  expect(second.output).toContain(`pid ${demo.pid}`);
  expect(demo.running).toBe(true);
});

test("a node that is killed is replaced, starts again and stands by", async () => {
  const api = new CoordinatorApi(readFileSync(join(demoFolder, "coordinator-url"), "utf8"), "");
  const [, pid = ""] = /kill -9 (\d+)/.exec(demo.output) ?? [];
  const [, active = ""] = new RegExp(`(\\S+) is pid ${pid} `).exec(demo.output) ?? [];
  process.kill(Number(pid), "SIGKILL");
  const rows = async (): Promise<string[]> =>
    (await api.members()).members.map(({ node, role, status }) => `${node} ${role} ${status}`);
  await until("another is active", 10_000, async () =>
    (await rows()).some((row) => row.includes(" active alive") && !row.startsWith(active)),
  );
  await until("the old one stands by", 20_000, async () =>
    (await rows()).includes(`${active} standby alive`),
  );
  expect(demo.output).toContain(`${active} runs again`);
});

test("a demo that is killed leaves nothing behind either", async () => {
  await demo.signal("SIGKILL");
  expect(await leavesNothing()).toBe(true);
});
