/** The events of the embedded store: numbered at once, written in groups; whoever reads has them written first. */
import type { DatabaseSync, StatementSync } from "node:sqlite";
import { type EventRow, type HistoryEntry, PhiError, epoch, groupId, nodeId } from "@phidelity/core";
import type { EventQuery } from "./store.ts";
import { inTransaction } from "./transaction.ts";

/** Events wait this long for others to be written with. */
const FLUSH_MS = 100;
/** So many are written without waiting any longer. */
const FLUSH_ROWS = 500;
/** While the disk refuses, so many of the newest wait in memory. */
const WAITING_ROWS_MAX = 10_000;
/**
 * A start leaves this gap in the numbers: more than can have waited for the disk when the process was killed, so that a
 * number that a watcher has seen is never given to another event.
 */
const START_GAP = 1_000;
/** Old events are removed in pieces of so many rows, so that nothing else waits long. */
const PRUNE_ROWS = 5_000;

type Row = Readonly<Record<string, unknown>>;

export class EventLog {
  readonly #database: DatabaseSync;
  readonly #path: string;
  readonly #onFailed: (error: PhiError) => void;
  readonly #insert: StatementSync;
  #waiting: EventRow[] = [];
  #lastSequence: number;
  #timer: NodeJS.Timeout | undefined;
  #failing = false;

  constructor(database: DatabaseSync, path: string, onFailed: (error: PhiError) => void) {
    this.#database = database;
    this.#path = path;
    this.#onFailed = onFailed;
    this.#insert = database.prepare("INSERT INTO events VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
    const last = Number(database.prepare("SELECT max(sequence) AS last FROM events").get()?.["last"] ?? 0);
    this.#lastSequence = last === 0 ? 0 : last + START_GAP;
  }

  append(entry: HistoryEntry, atMs: number): EventRow {
    this.#lastSequence += 1;
    const row: EventRow = { ...entry, sequence: this.#lastSequence, atMs: Math.round(atMs) };
    this.#waiting.push(row);
    if (this.#waiting.length > WAITING_ROWS_MAX) this.#waiting.shift();
    if (this.#waiting.length >= FLUSH_ROWS && !this.#failing) this.#flush();
    else this.#timer ??= setTimeout(() => this.#flush(), FLUSH_MS);
    return row;
  }

  read(query: EventQuery): readonly EventRow[] {
    this.#flush();
    const conditions = ["at_ms >= ?", "sequence > ?"];
    const values: (number | string)[] = [query.sinceMs ?? 0, query.after ?? 0];
    for (const [column, value] of [
      ["group_name", query.group],
      ["node", query.node],
    ] as const) {
      if (value === undefined) continue;
      conditions.push(`${column} = ?`);
      values.push(value);
    }
    const sql = `SELECT * FROM events WHERE ${conditions.join(" AND ")} ORDER BY sequence DESC LIMIT ?`;
    return this.#database
      .prepare(sql)
      .all(...values, query.limit)
      .map(readEvent)
      .toReversed();
  }

  prune(beforeMs: number): void {
    const sql = "DELETE FROM events WHERE sequence IN (SELECT sequence FROM events WHERE at_ms < ? LIMIT ?)";
    this.#database.prepare(sql).run(Math.round(beforeMs), PRUNE_ROWS);
  }

  /** Writes what waits, and lets go of the connection. */
  close(): void {
    this.#flush();
    clearTimeout(this.#timer);
    this.#database.close();
  }

  #flush(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.#waiting.length === 0) return;
    try {
      inTransaction(this.#database, () => {
        for (const row of this.#waiting) this.#write(row);
      });
      this.#waiting = [];
      this.#failing = false;
    } catch (error) {
      this.#failed(error);
    }
  }

  /** Says it once for each spell of failures, and goes on trying. */
  #failed(error: unknown): void {
    this.#timer = setTimeout(() => this.#flush(), FLUSH_MS * 10);
    if (this.#failing) return;
    this.#failing = true;
    const reason = `events are not written: ${error instanceof Error ? error.message : String(error)}`;
    this.#onFailed(new PhiError("STORE_UNUSABLE", { path: this.#path, reason }, { cause: error }));
  }

  #write(row: EventRow): void {
    const { sequence, atMs, type, group, node, text, facts } = row;
    const at = row.epoch ?? null;
    this.#insert.run(sequence, atMs, type, group ?? null, node ?? null, at, text, JSON.stringify(facts));
  }
}

function readEvent(row: Row): EventRow {
  const { group_name: group, node, epoch: at } = row;
  return {
    sequence: Number(row["sequence"]),
    atMs: Number(row["at_ms"]),
    type: String(row["type"]),
    ...(typeof group === "string" ? { group: groupId(group) } : {}),
    ...(typeof node === "string" ? { node: nodeId(node) } : {}),
    ...(typeof at === "number" ? { epoch: epoch(at) } : {}),
    text: String(row["text"]),
    facts: JSON.parse(String(row["facts"])) as Record<string, string>,
  };
}
