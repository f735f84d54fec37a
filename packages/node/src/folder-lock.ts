/**
 * One daemon to one data folder.
 *
 * The lock is SQLite's exclusive lock on an empty database: the kernel holds it for the process and drops it when the
 * process ends, however it ends. So there are no stale locks to judge, and a reused process id deceives nobody, as it
 * could with a file that names one. The process id is written beside it, for the error message only.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { PhiError } from "@phidelity/core";

const SQLITE_BUSY = 5;

/** What is held must not be collected as garbage: that would close the database and drop the lock. */
const held = new Set<FolderLock>();

export class FolderLock {
  readonly #database: DatabaseSync;

  private constructor(database: DatabaseSync) {
    this.#database = database;
  }

  /** Takes the lock, or throws PhiError DATA_UNUSABLE where another process holds it. */
  static take(folder: string): FolderLock {
    const pidFile = join(folder, "lock.pid");
    let database: DatabaseSync | undefined;
    try {
      database = new DatabaseSync(join(folder, "lock.db"), { timeout: 0 });
      database.exec("PRAGMA journal_mode = MEMORY; PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE");
      writeFileSync(pidFile, `${process.pid}\n`);
      const lock = new FolderLock(database);
      held.add(lock);
      return lock;
    } catch (error) {
      database?.close();
      throw new PhiError(
        "DATA_UNUSABLE",
        { path: folder, reason: wordsOf(error, pidFile) },
        { cause: error },
      );
    }
  }

  release(): void {
    held.delete(this);
    if (this.#database.isOpen) this.#database.close();
  }
}

function wordsOf(error: unknown, pidFile: string): string {
  const { errcode, message } = error as { errcode?: number; message: string };
  if (errcode !== SQLITE_BUSY) return `it cannot be locked: ${message}`;
  return `another daemon${holderOf(pidFile)} uses it; stop that one, or give this one a data folder of its own`;
}

function holderOf(pidFile: string): string {
  try {
    return ` (process ${readFileSync(pidFile, "utf8").trim()})`;
  } catch {
    // Only the words get poorer: the lock itself has said what matters.
    return "";
  }
}
