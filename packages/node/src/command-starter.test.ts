import { spawnSync } from "node:child_process";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { type CommandEnd, CommandRun } from "./command-run.ts";
import { CommandStarter, becoming } from "./command-starter.ts";
import { until } from "./loopback-fixture.ts";
import { IdleGuard, runs } from "./scratch-fixture.ts";

// Real processes on a machine that may be busy: a bound against hanging, not a measurement.
vi.setConfig({ testTimeout: 30_000 });

const READY = 4;

let guard: IdleGuard;
let starter: CommandStarter;

beforeEach(() => {
  guard = new IdleGuard();
  starter = new CommandStarter({ env: { PATH: process.env["PATH"], GIVEN: "to all" }, guard });
});

afterEach(() => starter.close());

const run = async (command: string[], variables: Record<string, string> = {}): Promise<CommandEnd> =>
  new CommandRun({ command, variables, timeoutMs: 10_000, starter }).ended;

const allWait = async (): Promise<void> => until(() => starter.waiting.length === READY, "the shells");

test("a command becomes one of the processes that wait, and another takes its place later", async () => {
  starter.keepReady();
  await allWait();
  const before = starter.waiting;
  const end = await run(["/bin/sh", "-c", "echo $$"]);
  const pid = Number(end.output);
  expect(before).toContain(pid);
  await allWait();
  expect(starter.waiting).not.toContain(pid);
});

test("more commands at once than shells wait all run", async () => {
  starter.keepReady();
  await allWait();
  const ends = await Promise.all([1, 2, 3, 4, 5, 6].map(async (n) => run(["/bin/echo", String(n)])));
  expect(ends.map((end) => end.output)).toEqual(["1\n", "2\n", "3\n", "4\n", "5\n", "6\n"]);
  expect(guard.running.size).toBe(0);
});

test("a shell that was killed while it waited is replaced, and one that was let go ends", async () => {
  starter.keepReady();
  await allWait();
  const [victim = 0] = starter.waiting;
  process.kill(victim, "SIGKILL");
  await until(() => !starter.waiting.includes(victim), "its end");
  await allWait();
  const left = starter.waiting;
  starter.close();
  await until(() => !left.some(runs), "the end of the shells");
  expect(starter.waiting).toEqual([]);
});

test("arguments and variables arrive as they are, whatever a shell would make of them", async () => {
  const odd = ["it's", "$HOME `id` \\", "two\nlines", "*", "", '"; exit 3', "ü"];
  const print = 'printf "<%s>" "$GIVEN" "$PHI_REASON" "$@"; cat';
  const end = await run(["/bin/sh", "-c", print, "name", ...odd], { PHI_REASON: "db-1's link\nis gone; $x" });
  expect(end.output).toBe(["to all", "db-1's link\nis gone; $x", ...odd].map((one) => `<${one}>`).join(""));
});

test("a shell whose daemon dies in the middle of the write starts nothing", () => {
  const script = becoming(["/bin/echo", "promote", "now"], { PHI_EPOCH: "7" });
  const printed = (text: string): string => spawnSync("/bin/sh", { input: text }).stdout.toString();
  expect(printed(script)).toBe("promote now\n");
  const cuts = [0.3, 0.5, 0.7, 0.9].map((part) => script.slice(0, Math.floor(script.length * part)));
  expect([...cuts, script.slice(0, script.indexOf("}"))].map(printed)).toEqual(["", "", "", "", ""]);
});
