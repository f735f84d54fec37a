/**
 * The embedded store: one SQLite file, for one coordinator.
 *
 * Two connections share it. What decides who may serve (term, epochs, holders) is written with `synchronous=FULL`, so
 * that a commit is on the disk when it returns. Events are written with `synchronous=NORMAL` and in groups: a loss of
 * power may cost the last of them, and nobody waits for the disk. A third file, which is locked for as long as the
 * process lives and whatever its end, keeps a second coordinator out.
 */
import { existsSync, mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { DatabaseSync } from "node:sqlite";
import {
  AssertionError,
  type EventRow,
  type HistoryEntry,
  PhiError,
  type StoreChanges,
  type StoredCluster,
} from "@phidelity/core";
import { EventLog } from "./event-log.ts";
import { readCluster, writeChanges } from "./sqlite-records.ts";
import { APPLICATION_ID, MIGRATIONS, SCHEMA, SCHEMA_VERSION } from "./sqlite-schema.ts";
import type { EventQuery, Store } from "./store.ts";
import { inTransaction } from "./transaction.ts";

/** SQLite's result code for "somebody else holds the lock". */
const BUSY = 5;
const LEASE_WAIT = "lease_wait_ms";

export interface SqliteOptions {
  readonly path: string;
  /** Told of a group of events that could not be written; they are kept in memory and tried again. */
  readonly onEventsFailed: (error: PhiError) => void;
}

export class SqliteStore implements Store {
  readonly #path: string;
  readonly #lock: DatabaseSync;
  readonly #database: DatabaseSync;
  readonly #events: EventLog;

  private constructor(path: string, lock: DatabaseSync, database: DatabaseSync, events: EventLog) {
    this.#path = path;
    this.#lock = lock;
    this.#database = database;
    this.#events = events;
  }

  /**
   * Opens the store, and creates it where there is none.
   *
   * @throws PhiError STORE_UNUSABLE, with the mend, where another coordinator uses the file, where it is no store of
   * ours, where a newer version wrote it, or where the disk refuses
   */
  static open(options: SqliteOptions): SqliteStore {
    const { path } = options;
    return usable(path, () => {
      // One level only: a path of which more is missing is more likely mistyped than new.
      if (!existsSync(dirname(path))) mkdirSync(dirname(path));
      const lock = takeLock(path);
      try {
        const database = openDatabase(path, "FULL");
        prepare(path, database);
        const log = new EventLog(openDatabase(path, "NORMAL"), path, options.onEventsFailed);
        return new SqliteStore(path, lock, database, log);
      } catch (error) {
        lock.close();
        throw error;
      }
    });
  }

  async load(): Promise<StoredCluster> {
    return usable(this.#path, () => readCluster(this.#database));
  }

  async save(changes: StoreChanges): Promise<void> {
    usable(this.#path, () => inTransaction(this.#database, () => writeChanges(this.#database, changes)));
  }

  async leaseWaitMs(): Promise<number> {
    return usable(this.#path, () => {
      const row = this.#database.prepare("SELECT value FROM meta WHERE key = ?").get(LEASE_WAIT);
      return Number(row?.["value"] ?? 0);
    });
  }

  async saveLeaseWaitMs(waitMs: number): Promise<void> {
    const sql =
      "INSERT INTO meta(key, value) VALUES (?, ?) ON CONFLICT(key) DO UPDATE SET value = excluded.value";
    usable(this.#path, () => this.#database.prepare(sql).run(LEASE_WAIT, waitMs));
  }

  append(entry: HistoryEntry, atMs: number): EventRow {
    return this.#events.append(entry, atMs);
  }

  async events(query: EventQuery): Promise<readonly EventRow[]> {
    return usable(this.#path, () => this.#events.read(query));
  }

  async prune(beforeMs: number): Promise<void> {
    usable(this.#path, () => this.#events.prune(beforeMs));
  }

  async close(): Promise<void> {
    usable(this.#path, () => {
      this.#events.close();
      this.#database.close();
      this.#lock.close();
    });
  }
}

/** A lock that the kernel takes back when the process ends, in whatever way. */
function takeLock(path: string): DatabaseSync {
  const lock = new DatabaseSync(`${path}.lock`, { timeout: 0 });
  try {
    lock.exec("PRAGMA journal_mode = MEMORY");
    lock.exec("BEGIN EXCLUSIVE");
    return lock;
  } catch (error) {
    lock.close();
    if (resultOf(error) !== BUSY) throw error;
    const reason = "another coordinator uses this file; give each its own, or end the other one first";
    throw new PhiError("STORE_UNUSABLE", { path, reason }, { cause: error });
  }
}

function openDatabase(path: string, synchronous: "FULL" | "NORMAL"): DatabaseSync {
  const database = new DatabaseSync(path, { timeout: 1_000 });
  try {
    database.exec("PRAGMA journal_mode = WAL");
    database.exec(`PRAGMA synchronous = ${synchronous}`);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

/** Creates the tables of a new file, brings an older one up to date; refuses one that is not ours, or of a newer version. */
function prepare(path: string, database: DatabaseSync): void {
  const application = pragma(database, "application_id");
  const version = pragma(database, "user_version");
  const tables = Number(database.prepare("SELECT count(*) AS n FROM sqlite_schema").get()?.["n"]);
  if (tables === 0) {
    inTransaction(database, () => database.exec(SCHEMA));
    return;
  }
  if (application !== APPLICATION_ID) {
    const reason = "this is another program's database; name another file in store.embedded.path";
    throw new PhiError("STORE_UNUSABLE", { path, reason });
  }
  if (version > SCHEMA_VERSION) {
    const reason = `a newer version wrote it (schema ${version}, this program knows ${SCHEMA_VERSION}); run that version, or restore a backup of before`;
    throw new PhiError("STORE_UNUSABLE", { path, reason });
  }
  inTransaction(database, () => {
    for (let from = version; from < SCHEMA_VERSION; from += 1) database.exec(MIGRATIONS[from] ?? "");
  });
}

function pragma(database: DatabaseSync, name: string): number {
  return Number(database.prepare(`PRAGMA ${name}`).get()?.[name]);
}

/** Gives every failure of the disk, the file or SQLite the same name. */
function usable<Result>(path: string, work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    if (error instanceof PhiError || error instanceof AssertionError) throw error;
    throw new PhiError("STORE_UNUSABLE", { path, reason: wordsOf(error) }, { cause: error });
  }
}

function wordsOf(error: unknown): string {
  const words = error instanceof Error ? error.message : String(error);
  if (/not a database|malformed|file is encrypted/.test(words)) {
    return `${words}; name another file in store.embedded.path, or restore a backup`;
  }
  return words;
}

function resultOf(error: unknown): number {
  return typeof error === "object" && error !== null && "errcode" in error ? Number(error.errcode) & 0xff : 0;
}
