import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { type CommandEnd, CommandRun } from "./command-run.ts";
import { CommandStarter } from "./command-starter.ts";
import { until } from "./loopback-fixture.ts";
import { IdleGuard, ScratchFolder, runs } from "./scratch-fixture.ts";

// Real processes and sockets on a machine that may be busy: a bound against hanging, not a measurement.
vi.setConfig({ testTimeout: 30_000 });

let folder: ScratchFolder;
let guard: IdleGuard;
let starter: CommandStarter;
const leftBehind: number[] = [];

beforeEach(() => {
  folder = new ScratchFolder();
  guard = new IdleGuard();
  starter = new CommandStarter({ env: { PATH: process.env["PATH"], FOLDER: folder.path }, guard });
});

afterEach(() => {
  for (const pid of leftBehind.splice(0)) if (runs(pid)) process.kill(pid, "SIGKILL");
  folder.remove();
});

function start(body: string, timeoutMs = 5_000): CommandRun {
  return new CommandRun({ command: [folder.script("hook", body)], variables: {}, timeoutMs, starter });
}

const run = async (body: string, timeoutMs?: number): Promise<CommandEnd> => start(body, timeoutMs).ended;

/** The pid that a script has written to the file `pid`; it is ended after the test. */
async function writtenPid(): Promise<number> {
  await until(() => folder.read("pid").endsWith("\n"), "the pid");
  const pid = Number(folder.read("pid"));
  leftBehind.push(pid);
  return pid;
}

test("exit status 0 is success, and its output is kept, standard error with it", async () => {
  const end = await run("echo out; echo err >&2");
  expect(end).toMatchObject({ ok: true, timedOut: false, exitCode: 0, stdout: "out\n" });
  expect(end.output.split("\n").sort()).toEqual(["", "err", "out"]);
  expect(guard.running.size).toBe(0);
});

test("another exit status is failure", async () => {
  expect(await run("echo no; exit 7")).toMatchObject({
    ok: false,
    timedOut: false,
    exitCode: 7,
    output: "no\n",
  });
});

test("a signal is told as a shell tells it", async () => {
  expect(await run("kill -KILL $$")).toMatchObject({ ok: false, exitCode: 137 });
});

test("the arguments reach the program as they are, with no shell between", async () => {
  const command = ["/bin/echo", "$HOME", "a b", "*"];
  const end = await new CommandRun({ command, variables: {}, timeoutMs: 5_000, starter }).ended;
  expect(end.output).toBe("$HOME a b *\n");
});

test("a command that is missing or cannot be executed is a failure in words", async () => {
  const attempt = async (...command: string[]): Promise<CommandEnd> =>
    new CommandRun({ command, variables: {}, timeoutMs: 5_000, starter }).ended;
  const missing = await attempt("/no/such/hook");
  expect(missing).toMatchObject({ ok: false, exitCode: 127 });
  expect(missing.output).toBe("cannot start /no/such/hook: no such file (ENOENT)");
  const plain = folder.write("plain", "no program");
  const refused = await attempt(plain);
  expect(refused).toMatchObject({ ok: false, exitCode: 126 });
  expect(refused.output).toContain("not executable");
  const zero = await attempt("/bin/echo", "a\0b");
  expect(zero).toMatchObject({ ok: false, exitCode: 126 });
  const unknown = await attempt("no-such-program");
  expect(unknown).toMatchObject({ ok: false, exitCode: 127 });
  expect(unknown.output).toContain("no-such-program: not found");
  const orphan = folder.script("orphan", "");
  folder.write("orphan", "#!/no/such/interpreter\n");
  expect(await attempt(orphan)).toMatchObject({ ok: false, exitCode: 127 });
  expect(guard.running.size).toBe(0);
});

test("a timeout ends the command and everything that it started", async () => {
  const command = start(
    'sh -c "trap : TERM; while :; do sleep 60; done" & echo $! > "$FOLDER/pid"; wait',
    300,
  );
  const child = await writtenPid();
  const end = await command.ended;
  expect(end).toMatchObject({ ok: false, timedOut: true });
  await until(() => !runs(child), "the end of the child");
});

test("a command that ignores SIGTERM is killed a second later", async () => {
  const end = await run("trap '' TERM; while :; do sleep 0.05; done", 100);
  expect(end).toMatchObject({ ok: false, timedOut: true, exitCode: 137 });
  expect(end.durationMs).toBeLessThan(3_000);
});

test("what cleans up on SIGTERM has the time to, and is a failure all the same", async () => {
  const end = await run("trap 'echo cleaned; exit 0' TERM; while :; do sleep 0.05; done", 200);
  expect(end).toMatchObject({ ok: false, timedOut: true, exitCode: 0, stdout: "cleaned\n" });
});

test("stop ends it early and is no timeout", async () => {
  const command = start('echo $$ > "$FOLDER/pid"; exec sleep 60');
  const pid = await writtenPid();
  command.stop();
  command.stop();
  expect(await command.ended).toMatchObject({ ok: false, timedOut: false, exitCode: 143 });
  expect(runs(pid)).toBe(false);
});

test("output without end neither blocks the command nor fills the memory", async () => {
  const end = await run("echo first; head -c 3000000 /dev/zero | tr '\\0' x; echo; echo last");
  expect(end.ok).toBe(true);
  expect(Buffer.byteLength(end.output)).toBeLessThanOrEqual(8_192);
  expect(end.output.startsWith("first\n")).toBe(true);
  expect(end.output.endsWith("\nlast\n")).toBe(true);
  expect(end.output).toContain("bytes left out");
});

test("a daemon left behind with the pipe in its hand does not hold the end up, and lives on", async () => {
  const body =
    'sh -c \'while [ ! -e "$FOLDER/go" ]; do sleep 0.02; done; echo more; echo alive > "$FOLDER/word"; exec sleep 60\' & ' +
    'echo $! > "$FOLDER/pid"; echo done';
  const end = await run(body);
  expect(end).toMatchObject({ ok: true, output: "done\n" });
  expect(end.durationMs).toBeLessThan(2_000);
  const daemon = await writtenPid();
  folder.write("go", "");
  await until(() => folder.read("word") === "alive\n", "the daemon writing on");
  expect(runs(daemon)).toBe(true);
});
