/** A store that keeps its promises as long as the process lives: for tests, and to try things out. */
import {
  type EventRow,
  type HistoryEntry,
  type StoreChanges,
  type StoredCluster,
  type StoredGroup,
  type StoredNode,
  assert,
  byName,
  term,
} from "@phidelity/core";
import type { EventQuery, Store } from "./store.ts";

export class MemoryStore implements Store {
  #term = term(0);
  readonly #groups = new Map<string, StoredGroup>();
  readonly #nodes = new Map<string, StoredNode>();
  #events: EventRow[] = [];
  #lastSequence = 0;
  #leaseWaitMs = 0;

  async load(): Promise<StoredCluster> {
    const groups = [...this.#groups.values()].sort((one, other) => byName(one.group, other.group));
    const nodes = [...this.#nodes.values()].sort((one, other) => byName(one.node, other.node));
    return structuredClone({ term: this.#term, groups, nodes });
  }

  async save(changes: StoreChanges): Promise<void> {
    const kept = structuredClone(changes);
    assert((kept.term ?? this.#term) >= this.#term, "the term never falls");
    for (const group of kept.groups ?? []) {
      const before = this.#groups.get(group.group)?.epoch ?? 0;
      assert(group.epoch >= before, `the epoch of ${group.group} never falls`);
    }
    this.#term = kept.term ?? this.#term;
    for (const group of kept.groups ?? []) this.#groups.set(group.group, group);
    for (const node of kept.nodes ?? []) this.#nodes.set(node.node, node);
    for (const name of kept.forgotten ?? []) this.#nodes.delete(name);
  }

  async leaseWaitMs(): Promise<number> {
    return this.#leaseWaitMs;
  }

  async saveLeaseWaitMs(waitMs: number): Promise<void> {
    this.#leaseWaitMs = waitMs;
  }

  append(entry: HistoryEntry, atMs: number): EventRow {
    this.#lastSequence += 1;
    const row = { ...structuredClone(entry), sequence: this.#lastSequence, atMs };
    this.#events.push(row);
    return row;
  }

  async events(query: EventQuery): Promise<readonly EventRow[]> {
    const fitting = this.#events.filter(
      (row) =>
        row.atMs >= (query.sinceMs ?? 0) &&
        row.sequence > (query.after ?? 0) &&
        (query.group === undefined || row.group === query.group) &&
        (query.node === undefined || row.node === query.node),
    );
    return fitting.slice(-query.limit);
  }

  async prune(beforeMs: number): Promise<void> {
    this.#events = this.#events.filter((row) => row.atMs >= beforeMs);
  }

  async close(): Promise<void> {}
}
