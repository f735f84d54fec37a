import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type ClusterEvent, epoch, groupId, nodeId } from "@phidelity/core";
import { createLog } from "@phidelity/runtime";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type FenceCommand, type FenceOrder, Fences } from "./fence.ts";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "phi-fence-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const order: FenceOrder = {
  type: "fence",
  group: groupId("db"),
  epoch: epoch(7),
  node: nodeId("db-1"),
  address: "10.0.0.1:5432",
  newNode: nodeId("db-2"),
  reason: "silent; nobody hears it",
};

/** Runs one command and gives the event that it leads to. */
function fence(command: FenceCommand | undefined): Promise<ClusterEvent> {
  const { promise, resolve } = Promise.withResolvers<ClusterEvent>();
  new Fences(resolve, createLog({ name: "test", level: "silent" })).run(order, command);
  return promise;
}

function shell(script: string, timeout: number = 5_000): FenceCommand {
  return { command: ["/bin/sh", "-c", script], timeout };
}

function isAlive(pid: number): boolean {
  // A killed process that nobody has waited for yet is still in the table, as a zombie.
  return existsSync(`/proc/${pid}/stat`) && !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, "utf8"));
}

test("exit status 0 means that the node is off", async () => {
  expect(await fence(shell("echo powered off"))).toEqual({
    type: "fenceEnded",
    group: "db",
    epoch: 7,
    ok: true,
    detail: "exit status 0: powered off",
  });
});

test("any other end does not", async () => {
  expect(await fence(shell("echo no such host >&2; exit 3"))).toMatchObject({
    ok: false,
    detail: "exit status 3: no such host",
  });
  expect(await fence(shell("kill -9 $$"))).toMatchObject({ ok: false, detail: "ended by SIGKILL" });
  expect(await fence({ command: [join(folder, "none")], timeout: 100 })).toMatchObject({
    ok: false,
    detail: expect.stringContaining("could not be started"),
  });
  expect(await fence(undefined)).toMatchObject({
    ok: false,
    detail: expect.stringContaining("no fence command"),
  });
});

test("the command is told whom to fence and for whom", async () => {
  const file = join(folder, "env");
  await fence(shell(`env | grep ^PHI_ | sort > ${file}`));
  expect(readFileSync(file, "utf8").trim().split("\n")).toEqual([
    "PHI_ADDRESS=10.0.0.1:5432",
    "PHI_EPOCH=7",
    "PHI_GROUP=db",
    "PHI_NEW_NODE=db-2",
    "PHI_NODE=db-1",
    "PHI_OLD_NODE=db-1",
    "PHI_OPERATION_ID=db-7-fence",
    "PHI_REASON=silent; nobody hears it",
  ]);
});

test("arguments go through no shell", async () => {
  const command = ["/bin/echo", "$(id); `id` && id | $HOME"];
  expect(await fence({ command, timeout: 5_000 })).toMatchObject({
    detail: "exit status 0: $(id); `id` && id | $HOME",
  });
});

test("past its timeout it is ended, with whatever it started, and does not count as success", async () => {
  const file = join(folder, "pid");
  const script = `trap 'exit 0' TERM; (trap '' TERM; sleep 60) & echo $! > ${file}; wait`;
  expect(await fence(shell(script, 200))).toMatchObject({
    ok: false,
    detail: expect.stringContaining("timed out after 200 ms"),
  });
  const pid = Number(readFileSync(file, "utf8"));
  const deadline = performance.now() + 2_000;
  while (isAlive(pid) && performance.now() < deadline) await new Promise((resolve) => setImmediate(resolve));
  expect(isAlive(pid)).toBe(false);
});

test("one that ignores SIGTERM is killed", async () => {
  const ended = await fence(shell("trap '' TERM; while :; do sleep 1; done", 100));
  expect(ended).toMatchObject({ ok: false, detail: expect.stringContaining("ended by SIGKILL") });
}, 10_000);
