/** Where a coordinator keeps what must outlive it. */
import type { EventRow, GroupId, HistoryEntry, NodeId, StoreChanges, StoredCluster } from "@phidelity/core";

/** Which events are asked for; all conditions together. */
export interface EventQuery {
  /** Time of day in ms since 1970, included. */
  readonly sinceMs?: number;
  /** Only events with a larger number. */
  readonly after?: number;
  readonly group?: GroupId;
  readonly node?: NodeId;
  /** The newest so many. */
  readonly limit: number;
}

/**
 * The promises, which `contract.ts` holds every store to: what `save` has settled survives the end of the process and of
 * the machine; records replace those of the same key; neither the term nor an epoch ever falls; events keep their order
 * and their numbers, and may lose the last 100 ms when the machine loses power.
 *
 * Every method that fails rejects with PhiError STORE_UNUSABLE.
 */
export interface Store {
  /** All that is kept for the machine. */
  load(): Promise<StoredCluster>;
  /** Makes changes durable, all or none. A term or an epoch that would fall is a wrong program. */
  save(changes: StoreChanges): Promise<void>;
  /**
   * For how long, in ms, a lease that was granted before may still run on its holder's clock and drift; 0 in a new store.
   * A shorter lease in the configuration must not shorten the wait for the leases of the run before.
   */
  leaseWaitMs(): Promise<number>;
  saveLeaseWaitMs(waitMs: number): Promise<void>;
  /** Numbers an event and keeps it: in memory at once, on the disk soon after. */
  append(entry: HistoryEntry, atMs: number): EventRow;
  /** Events, the oldest first. */
  events(query: EventQuery): Promise<readonly EventRow[]>;
  /** Removes events that are older than the retention. */
  prune(beforeMs: number): Promise<void>;
  /** Writes what waits, and lets go of files and locks. */
  close(): Promise<void>;
}
