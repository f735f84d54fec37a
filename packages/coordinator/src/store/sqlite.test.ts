import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { PhiError, epoch, groupId, incarnation, nodeId, term } from "@phidelity/core";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { keepsThePromises } from "./contract.ts";
import { SqliteStore } from "./sqlite.ts";
import type { Store } from "./store.ts";

let folder = "";
let count = 0;
const opened: Store[] = [];
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "phi-store-"));
});
afterEach(async () => {
  for (const store of opened.splice(0)) await store.close();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function freshPath(): string {
  count += 1;
  return join(folder, `sub-${count}`, "coordinator.db");
}

const paths = new Map<Store, string>();

function openAt(path: string): SqliteStore {
  const store = SqliteStore.open({ path, onEventsFailed: (error) => expect.unreachable(error.message) });
  opened.push(store);
  paths.set(store, path);
  return store;
}

async function reopen(store: Store): Promise<Store> {
  opened.splice(opened.indexOf(store), 1);
  await store.close();
  return openAt(paths.get(store) ?? "");
}

/** Why a store could not be opened. */
function refusalOf(path: string): string {
  try {
    openAt(path);
  } catch (error) {
    if (error instanceof PhiError && error.code === "STORE_UNUSABLE") return error.message;
    throw error;
  }
  throw new Error("was opened");
}

keepsThePromises("the embedded store", async () => openAt(freshPath()), reopen);

test("two coordinators cannot share one file, and the second is told so", async () => {
  const path = freshPath();
  const store = openAt(path);
  expect(refusalOf(path)).toContain("another coordinator uses this file");
  await store.save({ term: term(1) });
  await reopen(store);
});

test("a coordinator that was killed leaves no lock behind, and what it had saved", async () => {
  const path = freshPath();
  const sqlite = new URL("sqlite.ts", import.meta.url).href;
  const source = `import { SqliteStore } from "${sqlite}";
    const store = SqliteStore.open({ path: ${JSON.stringify(path)}, onEventsFailed: () => {} });
    await store.save({ term: 41 });
    console.log("saved");
    setInterval(() => {}, 1000);`;
  const file = join(folder, "killed.ts");
  writeFileSync(file, source);
  const child = spawn(process.execPath, [file], { stdio: ["ignore", "pipe", "inherit"] });
  await new Promise((resolve) => child.stdout.once("data", resolve));
  expect(refusalOf(path)).toContain("another coordinator uses this file");
  child.kill("SIGKILL");
  await new Promise((resolve) => child.once("exit", resolve));
  expect((await openAt(path).load()).term).toBe(41);
});

test("a file that is no database is refused with the mend, and left as it is", () => {
  const path = join(folder, "notes.txt");
  writeFileSync(path, "these are my notes, not a database\n".repeat(100));
  expect(refusalOf(path)).toMatch(/file is not a database; name another file in store\.embedded\.path/);
});

test("another program's database is refused", () => {
  const path = join(folder, "other.db");
  const other = new DatabaseSync(path);
  other.exec("CREATE TABLE photos (name TEXT)");
  other.close();
  expect(refusalOf(path)).toContain("this is another program's database");
});

test("a file that a newer version wrote is refused with the mend", async () => {
  const path = freshPath();
  const store = openAt(path);
  opened.splice(opened.indexOf(store), 1);
  await store.close();
  const newer = new DatabaseSync(path);
  newer.exec("PRAGMA user_version = 99");
  newer.close();
  expect(refusalOf(path)).toContain(
    "a newer version wrote it (schema 99, this program knows 3); run that version",
  );
});

test("a file of schema 1 is brought up to date: nothing was given back, nobody known or left alone", async () => {
  const path = freshPath();
  const store = openAt(path);
  opened.splice(opened.indexOf(store), 1);
  await store.close();
  const older = new DatabaseSync(path);
  older.exec(`DROP TABLE groups;
    CREATE TABLE groups (name TEXT PRIMARY KEY, epoch INTEGER NOT NULL, holder TEXT NOT NULL,
      holder_incarnation INTEGER NOT NULL, in_sync TEXT NOT NULL, pause TEXT) STRICT, WITHOUT ROWID;
    INSERT INTO groups VALUES ('db', 7, 'db-1', 3, '["db-2"]', NULL);
    PRAGMA user_version = 1`);
  older.close();
  const before = {
    group: groupId("db"),
    epoch: epoch(7),
    holder: nodeId("db-1"),
    holderIncarnation: incarnation(3),
    released: false,
    members: [],
    quarantine: [],
    inSync: [nodeId("db-2")],
    pause: null,
    move: null,
    steps: [],
  };
  expect((await openAt(path).load()).groups).toEqual([before]);
  const after = { ...before, epoch: epoch(8), released: true, members: [nodeId("db-1")] };
  await opened.at(-1)?.save({ groups: [after] });
  const again = await reopen(opened.at(-1) as Store);
  expect((await again.load()).groups).toEqual([after]);
});

test("a path that cannot be a file is refused", () => {
  expect(refusalOf(join(folder, "none", "at", "all.db"))).toContain("ENOENT");
});

test("a store that cannot write fails the save with its reason, keeps what was saved, and heals", async () => {
  const path = freshPath();
  await openAt(path).save({ term: term(1) });
  const [store] = opened.splice(0);
  await store?.close();
  const blocked = openAt(path);
  const other = new DatabaseSync(path);
  other.exec("BEGIN IMMEDIATE");
  await expect(blocked.save({ term: term(2) })).rejects.toMatchObject({ code: "STORE_UNUSABLE" });
  other.exec("ROLLBACK");
  other.close();
  expect((await blocked.load()).term).toBe(1);
  await blocked.save({ term: term(2) });
  expect((await blocked.load()).term).toBe(2);
});
