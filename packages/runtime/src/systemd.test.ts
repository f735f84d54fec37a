import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createLog } from "./log.ts";
import { Systemd } from "./systemd.ts";

/** Stands in for systemd's program: it keeps what it was called with. The real one is in `e2e/test/systemd.e2e.ts`. */
const CARRIER = `#!/bin/sh
{ printf '%s;' "$NOTIFY_SOCKET" "$@"; echo; } >> "\${0%/*}/told"
`;

let folder: string;
let log: ReturnType<typeof createLog>;
let warned: string[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "phi-systemd-"));
  carry(CARRIER);
  log = createLog({ name: "test", level: "silent" });
  warned = [];
  vi.spyOn(log, "warn").mockImplementation((facts) => void warned.push(JSON.stringify(facts)));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function carry(program: string): void {
  writeFileSync(join(folder, "systemd-notify"), program);
  chmodSync(join(folder, "systemd-notify"), 0o755);
}

const environment = (more: Readonly<Record<string, string>> = {}): NodeJS.ProcessEnv => ({
  PATH: `${folder}:${process.env["PATH"] ?? ""}`,
  NOTIFY_SOCKET: "/run/x",
  ...more,
});

function told(): readonly string[] {
  try {
    return readFileSync(join(folder, "told"), "utf8").trimEnd().split("\n");
  } catch {
    return [];
  }
}

const within = { timeout: 30_000, interval: 5 };

test("ready is told once, with the words and this process, and stopping at the end", async () => {
  const systemd = new Systemd({ env: environment(), log });
  systemd.ready(() => "all\nwell");
  await vi.waitFor(() => expect(told()).toHaveLength(1), within);
  systemd.stopping();
  await vi.waitFor(() => expect(told()).toHaveLength(2), within);
  expect(told()).toEqual([
    `/run/x;--pid=${process.pid};READY=1;STATUS=all well;`,
    "/run/x;STOPPING=1;STATUS=stopping;",
  ]);
  expect(warned).toEqual([]);
});

test("signs of life are given for as long as the process lasts, where they are asked of this process", async () => {
  const asked = environment({ WATCHDOG_USEC: "20000", WATCHDOG_PID: String(process.pid) });
  const systemd = new Systemd({ env: asked, log });
  systemd.ready(() => "well");
  await vi.waitFor(() => expect(told().length).toBeGreaterThan(3), within);
  systemd.stopping();
  expect(new Set(told().slice(1))).toContain("/run/x;WATCHDOG=1;");
});

test.each([
  ["of another process", { WATCHDOG_USEC: "20000", WATCHDOG_PID: "1" }],
  ["never", { WATCHDOG_USEC: "0" }],
])("no sign of life is given where it is asked %s", async (_whose, variables) => {
  const systemd = new Systemd({ env: environment(variables), log });
  systemd.ready(() => "well");
  await vi.waitFor(() => expect(told()).toHaveLength(1), within);
  systemd.stopping();
  await vi.waitFor(() => expect(told()).toHaveLength(2), within);
  expect(told().join()).not.toContain("WATCHDOG");
});

test("without a service manager nothing is started", () => {
  const { NOTIFY_SOCKET: _none, ...env } = environment({ WATCHDOG_USEC: "20000" });
  const systemd = new Systemd({ env, log });
  systemd.ready(() => {
    throw new Error("nobody wants to know");
  });
  systemd.stopping();
  expect(told()).toEqual([]);
});

test("hooks and the services that they start cannot speak in the daemon's name", () => {
  const env = environment({ WATCHDOG_USEC: "20000", WATCHDOG_PID: "1" });
  void new Systemd({ env, log });
  expect(Object.keys(env)).toEqual(["PATH"]);
});

test.each([
  ["is not there", undefined, "ENOENT"],
  ["fails", "#!/bin/sh\necho no such socket >&2\nexit 1\n", "exit status 1: no such socket"],
])("a systemd-notify that %s is told once, and harms nothing", async (_how, program, words) => {
  if (program === undefined) rmSync(join(folder, "systemd-notify"));
  else carry(program);
  const env = { ...environment({ WATCHDOG_USEC: "20000" }), ...(program === undefined && { PATH: folder }) };
  const systemd = new Systemd({ env, log });
  let asked = 0;
  systemd.ready(() => `well ${(asked += 1)}`);
  await vi.waitFor(() => expect(warned).toHaveLength(1), within);
  systemd.stopping();
  expect(warned[0]).toContain(words);
});
