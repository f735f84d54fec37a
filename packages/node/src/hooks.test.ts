import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { type HookEnd, type HookFacts, type HookName, epoch, groupId, nodeId } from "@phidelity/core";
import { CommandStarter, inheritedEnv } from "./command-starter.ts";
import { type HookCall, Hooks } from "./hooks.ts";
import { IdleGuard, ScratchFolder } from "./scratch-fixture.ts";

// Real processes and sockets on a machine that may be busy: a bound against hanging, not a measurement.
vi.setConfig({ testTimeout: 30_000 });

const facts: HookFacts = {
  epoch: epoch(7),
  reason: "db-1 is down",
  activeNode: nodeId("db-2"),
  activeAddress: "10.0.0.2:5432",
  oldNode: nodeId("db-1"),
  round: 0,
};

let folder: ScratchFolder;
let hooks: Hooks;

beforeEach(() => {
  folder = new ScratchFolder();
  const env = { PATH: process.env["PATH"], HOME: "/var/lib/phi", PHI_AUTH_TOKEN: "secret" };
  const starter = new CommandStarter({ env: inheritedEnv(env), guard: new IdleGuard() });
  hooks = new Hooks({ node: nodeId("db-2"), starter });
});

afterEach(() => folder.remove());

function call(hook: HookName, body: string, more?: Partial<HookCall>): HookCall {
  const command = [folder.script(hook, body)];
  return { group: groupId("db"), hook, run: 1, command, timeoutMs: 5_000, facts, ...more };
}

const status = async (body: string): Promise<HookEnd> => hooks.run(call("status", body));

test("a hook is told what it is about, and nothing of the daemon's own settings", async () => {
  const end = await hooks.run(call("promote", "env | grep -E '^(PHI_|HOME)' | sort"));
  expect(end.output.trim().split("\n")).toEqual([
    "HOME=/var/lib/phi",
    "PHI_ACTIVE_ADDRESS=10.0.0.2:5432",
    "PHI_ACTIVE_NODE=db-2",
    "PHI_DEADLINE_MS=5000",
    "PHI_EPOCH=7",
    "PHI_GROUP=db",
    "PHI_NODE=db-2",
    "PHI_OLD_NODE=db-1",
    "PHI_OPERATION_ID=db-7-promote",
    "PHI_REASON=db-1 is down",
  ]);
});

test("each attempt at one step has the same operation id, and a standby that follows anew another", async () => {
  const said = async (round: number): Promise<string> =>
    (await hooks.run(call("follow", 'echo "$PHI_OPERATION_ID"', { facts: { ...facts, round } }))).output;
  expect([await said(0), await said(0), await said(1)]).toEqual([
    "db-7-follow\n",
    "db-7-follow\n",
    "db-7-follow-2\n",
  ]);
});

test("a status hook is told whom the coordinator may take for in sync, where that is known", async () => {
  const told = async (inSync: object): Promise<string> =>
    (
      await hooks.run(
        call("status", 'echo "${PHI_IN_SYNC-unknown}"; echo', { facts: { ...facts, ...inSync } }),
      )
    ).output;
  expect(await told({ inSync: ["db-2", "db-3"] })).toContain('"db-2,db-3');
  expect(await told({ inSync: [] })).toContain("nothing");
  expect(await told({})).toContain('"unknown');
});

test("a reason from afar cannot keep a hook from running", async () => {
  const end = await hooks.run(call("demote", 'echo "$PHI_REASON"', { facts: { ...facts, reason: "a\0b" } }));
  expect(end).toMatchObject({ ok: true, output: "ab\n" });
});

test("a status hook's answer is read from its standard output alone", async () => {
  const end = await status('echo warning >&2; echo \'{"role":"replica","position":"42","lagBytes":8}\'');
  expect(end).toMatchObject({ ok: true, replication: { role: "replica", position: "42", lagBytes: 8 } });
});

test("an answer that cannot be read makes the status hook fail, in words", async () => {
  const end = await status("echo fine");
  expect(end).toMatchObject({ ok: false, exitCode: 0 });
  expect(end.output).toBe('the status hook printed no JSON object: "fine"');
  expect(end.replication).toBeUndefined();
});

test("a status hook that fails is not read", async () => {
  const end = await status('echo \'{"role":"replica"}\'; exit 1');
  expect(end).toMatchObject({ ok: false, exitCode: 1 });
  expect(end.replication).toBeUndefined();
});

test("a run can be stopped by its number, and only while it runs", async () => {
  const ended = hooks.run(call("follow", "exec sleep 60", { run: 9 }));
  hooks.stop(8);
  hooks.stop(9);
  expect(await ended).toMatchObject({ ok: false, timedOut: false });
  hooks.stop(9);
});
