import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { afterEach, expect, test, vi } from "vitest";
import { ProcessGuard } from "@phidelity/runtime";
import { CommandRun } from "./command-run.ts";
import { CommandStarter } from "./command-starter.ts";
import { until } from "./loopback-fixture.ts";
import { ScratchFolder, runs } from "./scratch-fixture.ts";

// Real processes and sockets on a machine that may be busy: a bound against hanging, not a measurement.
vi.setConfig({ testTimeout: 30_000 });

const folder = new ScratchFolder();
const here = (file: string): string => fileURLToPath(new URL(file, import.meta.url));
let daemon: ChildProcess | undefined;

afterEach(() => {
  if (daemon?.exitCode === null) daemon.kill("SIGKILL");
});

test("a hook does not outlive a daemon that is killed, though it ignores SIGTERM", async () => {
  const hook = folder.script(
    "hook",
    `trap '' TERM; echo $$ > ${folder.file("pid")}; while :; do sleep 0.1; done`,
  );
  const program = `
    import { CommandRun } from ${JSON.stringify(here("./command-run.ts"))};
    import { CommandStarter } from ${JSON.stringify(here("./command-starter.ts"))};
    import { ProcessGuard } from ${JSON.stringify(here("../../runtime/src/process-guard.ts"))};
    const guard = new ProcessGuard(() => {});
    const starter = new CommandStarter({ env: process.env, guard });
    new CommandRun({ command: [${JSON.stringify(hook)}], variables: {}, timeoutMs: 60_000, starter });
    console.log("told");
  `;
  daemon = spawn(process.execPath, ["--input-type=module", "-e", program], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  if (daemon.stdout !== null) await once(daemon.stdout, "data");
  await until(() => folder.read("pid").endsWith("\n"), "the hook's pid");
  const pid = Number(folder.read("pid"));
  daemon.kill("SIGKILL");
  await once(daemon, "exit");
  await until(() => !runs(pid), "the end of the hook");
  expect(runs(pid)).toBe(false);
  folder.remove();
});

test("a guard that was killed is started again for the next hook", async () => {
  const guard = new ProcessGuard(() => {});
  const starter = new CommandStarter({ env: {}, guard });
  const run = async (): Promise<unknown> =>
    new CommandRun({ command: ["/bin/true"], variables: {}, timeoutMs: 5_000, starter }).ended;
  await run();
  const first = guard.pid;
  expect(first).toBeDefined();
  process.kill(first!, "SIGKILL");
  await until(() => guard.pid === undefined, "the guard's end");
  await run();
  expect(guard.pid).not.toBe(first);
});
