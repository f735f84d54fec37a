/** What a node says of its services, and what it brings to its groups. */
import type { Epoch, GroupId } from "./ids.ts";

/** What a member is to its group, in its own words. */
export type Role = "active" | "promoting" | "demoting" | "standby" | "none";

/** The verdict of a member's liveness checks: `failed` is its own word that the service does not work. */
export type Health = "unknown" | "healthy" | "failed";

/** How far a member's data goes: what its `status` hook printed last. */
export interface Replication {
  readonly role: "primary" | "replica" | "unknown";
  /** A whole number of the service's own unit, usually bytes of log, at most 20 digits. */
  readonly position?: string;
  readonly lagBytes?: number;
  readonly inSync?: boolean;
  /**
   * As a primary that keeps the list itself: the members without which it acknowledges no write, and that have every
   * write that it acknowledged before. Then its word counts, and not that of the standbys.
   */
  readonly inSyncStandbys?: readonly string[];
  /** Counts the runs of the hook, so that a fresh answer is told from an old one. */
  readonly run: number;
  /** When this run began, on the sender's clock, in ms. For people only: nothing is decided by it. */
  readonly takenAtMs?: number;
}

/** What a node says of one of its services; said in full in each {@link Report}. */
export interface ServiceReport {
  readonly group: GroupId;
  readonly role: Role;
  /** The epoch of the lease that it holds now; 0 where it holds none. */
  readonly epoch: Epoch;
  /** The highest epoch it ever saw for the group, kept on its disk. */
  readonly seenEpoch: Epoch;
  /** It will never serve again at this epoch or a lower one: the lease is given back (SAFETY rule 3). */
  readonly releasedEpoch: Epoch;
  /** The last epoch at which its promotion failed; 0 where none did. */
  readonly failedEpoch: Epoch;
  /** The epoch of the active that it follows; 0 while it follows none. */
  readonly followedEpoch: Epoch;
  /**
   * The epoch of the active whose writes its data ends with: it served at it, or became its standby; kept on its disk.
   * 0 before the first; left out where it is not known, as while it becomes the standby of another. Positions compare
   * only between members that name the same epoch.
   */
  readonly dataEpoch?: Epoch;
  /** The epoch whose active this member has promised to take no other until that promise ends; 0 for none. */
  readonly promisedEpoch: Epoch;
  readonly health: Health;
  /** False while a readiness check fails: it takes no traffic. */
  readonly ready: boolean;
  readonly checksPassing: number;
  readonly checksTotal: number;
  /** The first failing check or hook in words; empty where nothing fails. At most 200 characters. */
  readonly why: string;
  readonly replication?: Replication;
}

/** All that a node says of its services. The version grows with each change, so that an unchanged one is left out. */
export interface Report {
  readonly version: number;
  readonly services: readonly ServiceReport[];
}

/** What a node brings to a group; fixed for one connection. */
export interface Membership {
  readonly group: GroupId;
  readonly address: string;
  readonly capacity: number;
  /** Higher first; 0 is never promoted. */
  readonly priority: number;
  readonly promoteTimeoutMs: number;
  readonly demoteTimeoutMs: number;
  readonly hasStatus: boolean;
}
