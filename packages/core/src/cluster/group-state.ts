/** What the coordinator knows of one group, and of the move that it is on. */
import type { Epoch, Incarnation, NodeId } from "../ids.ts";
import type { Instant } from "../time.ts";
import type { StoredMove, StoredStep } from "./events.ts";
import type { GroupPhase } from "./failover/failover.table.ts";
import type { GroupSettings } from "./settings.ts";

/** What an operator asked for and has not got yet. */
export interface Asked {
  readonly kind: "failover" | "switchover";
  readonly to: NodeId | "";
  readonly acceptDataLoss: boolean;
  readonly by: string;
  /** Who waits for the outcome; empty for an order that is part of another. */
  readonly request: string;
  readonly at: Instant;
}

/** Why and how a group's active role is on the move. */
export interface Move {
  readonly kind: "activation" | "failover" | "switchover";
  readonly because: string;
  readonly by: string;
  /** Nobody failed: an operator asked for it, or the old active said goodbye. */
  planned: boolean;
  readonly from: NodeId | "";
  readonly to: NodeId | "";
  /** The first choice where it may take over, whatever the others' positions. */
  prefer: NodeId | "";
  readonly acceptDataLoss: boolean;
  readonly request: string;
  readonly startedAt: Instant;
  /** When the old active had surely stopped, and how that is known. */
  stoppedAt: Instant | undefined;
  stoppedBy: StoredMove["stoppedBy"];
  grantedAt: Instant | undefined;
  lagBytes: string;
  /**
   * The old active said after it had stopped how far it is, so that the lag is all that can be lost. One that died or was cut
   * off may have acknowledged writes of which nobody has heard.
   */
  lagIsWhole: boolean;
  /** {@link GroupState.lastWordAt} of the old active. */
  lastWordAt: Instant | undefined;
}

export interface Pause {
  readonly by: string;
  readonly reason: string;
  readonly until: Instant | undefined;
}

export type CapacityLevel = "redundant" | "atLimit" | "below";

export interface GroupState {
  settings: GroupSettings;
  phase: GroupPhase;
  phaseSince: Instant;
  deadline: Instant | undefined;
  epoch: Epoch;
  holder: NodeId | "";
  holderIncarnation: Incarnation;
  /** The lease at `epoch` was given back (SAFETY rule 3). */
  released: boolean;
  /**
   * The highest epoch before `epoch` that is known to have been given back. One that only ran out may still be served
   * in a failsafe group, so it frees nobody of his promise.
   */
  releasedBefore: Epoch;
  /** When an ack last carried, or may have carried, the lease at `epoch`. */
  lastAckAt: Instant;
  /** The revision of the store that makes `epoch` durable. */
  commitRevision: number;
  move: Move | undefined;
  asked: Asked | undefined;
  oldNode: NodeId | "";
  reason: string;
  fence: "none" | "running" | "done" | "failed";
  steps: readonly StoredStep[];
  /** Tells the holder to give back. */
  releaseOrdered: boolean;
  /** How often each member was told to run its status hook. */
  readonly statusOrders: Map<NodeId, number>;
  /** How often each member's status hook had run when fresh positions were last asked for. */
  readonly askedRuns: Map<NodeId, number>;
  askedAt: Instant;
  readonly quarantine: Map<NodeId, Quarantine>;
  /** Who was a member, to the active's knowledge, at `epoch`: in a failsafe group nobody else can be promoted. */
  members: readonly NodeId[];
  /** A longer list that the active was told of, and the view that told it. */
  proposed: { readonly members: readonly NodeId[]; readonly viewVersion: number } | undefined;
  /** The newest {@link ServiceReport.dataEpoch} that was heard, and the most advanced position of its data, or empty. */
  dataEpoch: Epoch;
  dataPosition: string;
  /**
   * How far the holder's data was at this instant is known: what it acknowledged before is no further than what it said.
   * On this coordinator's clock, late by the time that the word was on its way; undefined where this coordinator has not
   * heard a word of it.
   */
  lastWordAt: Instant | undefined;
  /** Standbys of the active at `epoch`, as far as it was told that they have come to follow it; in mode `sync` only. */
  followers: readonly NodeId[];
  /** Standbys that were in sync when the active was last heard. */
  inSync: readonly NodeId[];
  /** The run of the active's status hook that named them; 0 where it is the standbys that say so themselves. */
  inSyncRun: number;
  /** Of these the one that an ack last named as stored. */
  toldRun: number;
  /** The revision of the store that makes `inSync` durable. */
  inSyncRevision: number;
  pause: Pause | undefined;
  incident: string;
  level: CapacityLevel | undefined;
  lastMove: MoveSummary | undefined;
  armedAt: Instant | undefined;
}

/** A member that is left alone for a while, longer each time. */
export interface Quarantine {
  readonly failures: number;
  readonly until: Instant;
  readonly why: string;
  /** People were told that it is over. */
  readonly ended: boolean;
}

/** A move that has ended, for people. */
export interface MoveSummary {
  readonly kind: Move["kind"];
  readonly because: string;
  readonly from: NodeId | "";
  readonly to: NodeId | "";
  readonly epoch: Epoch;
  readonly endedAt: Instant;
  readonly tookMs: number;
}
