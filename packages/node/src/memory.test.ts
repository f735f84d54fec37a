import { type ChildProcess, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { mkdirSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { type AgentMemory, PhiError, epoch, groupId, nodeId } from "@phidelity/core";
import { Memory } from "./memory.ts";
import { ScratchFolder } from "./scratch-fixture.ts";

// Real processes and sockets on a machine that may be busy: a bound against hanging, not a measurement.
vi.setConfig({ testTimeout: 30_000 });

const learned: AgentMemory = {
  groups: [
    {
      group: groupId("db"),
      seenEpoch: epoch(9),
      servedEpoch: epoch(7),
      releasedEpoch: epoch(5),
      dataEpoch: epoch(7),
      follow: { epoch: epoch(9), round: 2, done: true },
    },
  ],
};

let folder: ScratchFolder;
let other: ChildProcess | undefined;
const opened: Memory[] = [];

beforeEach(() => {
  folder = new ScratchFolder();
});

afterEach(() => {
  for (const memory of opened.splice(0)) memory.close();
  if (other?.exitCode === null) other.kill("SIGKILL");
  folder.remove();
});

async function open(node = "db-1"): Promise<Memory> {
  const memory = await Memory.open(folder.file("data"), nodeId(node), 1_000);
  opened.push(memory);
  return memory;
}

async function reopened(before: Memory): Promise<Memory> {
  before.close();
  return open();
}

async function refusal(node?: string): Promise<string> {
  const error = await open(node).catch((failure: unknown) => failure);
  expect(error).toBeInstanceOf(PhiError);
  expect((error as PhiError).code).toBe("DATA_UNUSABLE");
  return (error as PhiError).message;
}

test("an empty folder remembers nothing and starts at the first incarnation", async () => {
  const memory = await open();
  expect(memory.incarnation).toBe(1_000);
  expect(memory.found).toEqual({ groups: [] });
});

test("each start has a larger incarnation, and finds what was saved last", async () => {
  const first = await open();
  await first.save({ groups: [] });
  await first.save(learned);
  const second = await reopened(first);
  expect(second.incarnation).toBe(1_001);
  expect(second.found).toEqual(learned);
  const third = await reopened(second);
  expect(third.incarnation).toBe(1_002);
  expect(third.found).toEqual(learned);
});

test("a daemon that starts again knows whether its host did meanwhile", async () => {
  const first = await open();
  expect(first.rebooted).toBe(true);
  const second = await reopened(first);
  expect(second.rebooted).toBe(false);
  second.close();
  const text = folder.read("data/memory.json");
  const { content } = JSON.parse(text) as { content: { boot: string } };
  const older = { ...content, boot: `${content.boot}-before` };
  const sha256 = createHash("sha256").update(JSON.stringify(older)).digest("hex");
  folder.write("data/memory.json", JSON.stringify({ content: older, sha256 }));
  expect((await open()).rebooted).toBe(true);
});

test("a file of format 1 is read: nothing was followed to the end", async () => {
  const { follow: _, ...group } = learned.groups[0] ?? {};
  const content = { format: 1, node: "db-1", incarnation: 7, groups: [group] };
  const sha256 = createHash("sha256").update(JSON.stringify(content)).digest("hex");
  (await open()).close();
  folder.write("data/memory.json", JSON.stringify({ content, sha256 }));
  const memory = await open();
  expect(memory.incarnation).toBe(8);
  expect(memory.found).toEqual({ groups: [group] });
  expect(memory.rebooted).toBe(true);
});

test("two daemons do not share a folder, and the second is told who has it", async () => {
  await open();
  expect(await refusal()).toContain(`process ${process.pid}`);
});

test("a daemon that was killed does not keep its folder", async () => {
  const program = `
    import { FolderLock } from ${JSON.stringify(fileURLToPath(new URL("./folder-lock.ts", import.meta.url)))};
    FolderLock.take(process.argv[1]);
    console.log("locked");
    setInterval(() => {}, 1_000);
  `;
  await (await open()).save(learned);
  opened.pop()?.close();
  const args = ["--input-type=module", "-e", program, folder.file("data")];
  other = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
  if (other.stdout !== null) await once(other.stdout, "data");
  expect(await refusal()).toContain(`process ${other.pid}`);
  other.kill("SIGKILL");
  await once(other, "exit");
  expect((await open()).found).toEqual(learned);
});

test.each([
  ["a changed figure", (text: string) => text.replace('"seenEpoch": 9', '"seenEpoch": 8')],
  ["a cut file", (text: string) => text.slice(0, text.length / 2)],
  ["an empty file", () => ""],
  ["another format", (text: string) => text.replace('"format": 2', '"format": 3')],
])("%s is refused with the mend", async (_name, damage) => {
  const memory = await open();
  await memory.save(learned);
  memory.close();
  folder.write("data/memory.json", damage(folder.read("data/memory.json")));
  expect(await refusal()).toContain("move the file away");
});

test("another node's folder is refused", async () => {
  (await open("db-2")).close();
  expect(await refusal("db-1")).toContain("belongs to node db-2");
});

test("a folder that cannot be made is refused", async () => {
  folder.write("data", "a file, not a folder");
  expect(await refusal()).toContain("cannot be made");
});

test("a disk that refuses is said, and the memory on it stays as it was", async () => {
  const memory = await open();
  await memory.save(learned);
  // A folder in the way stops every user, root as well.
  mkdirSync(folder.file("data/memory.json.new"));
  await expect(memory.save({ groups: [] })).rejects.toThrow("DATA_UNUSABLE");
  rmSync(folder.file("data/memory.json.new"), { recursive: true });
  expect((await reopened(memory)).found).toEqual(learned);
});
