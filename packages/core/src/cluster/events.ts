/** What happens to the coordinator, and what it orders its shell to do. */
import type { Epoch, GroupId, Incarnation, NodeId, Term } from "../ids.ts";
import type { DirectProbe, ProbeEnded } from "../probing.ts";
import type { Instant } from "../time.ts";
import type { Action, CoordinatorMessage, EventRow, NodeMessage, Outcome } from "../wire.ts";
import type { ClusterSettings } from "./settings.ts";

/** One connection of one node, numbered by the shell; never used twice. */
export type SessionId = number;

export type ClusterEvent =
  | { readonly type: "received"; readonly session: SessionId; readonly message: NodeMessage }
  | { readonly type: "disconnected"; readonly session: SessionId }
  /** An operator orders something; `by` is who, in words. */
  | {
      readonly type: "requested";
      readonly request: string;
      readonly by: string;
      readonly dryRun: boolean;
      readonly action: Action;
    }
  | {
      readonly type: "fenceEnded";
      readonly group: GroupId;
      readonly epoch: Epoch;
      readonly ok: boolean;
      readonly detail: string;
    }
  | ProbeEnded
  /** Everything ordered to be saved up to this revision is durable. */
  | { readonly type: "saved"; readonly revision: number }
  | { readonly type: "saveFailed"; readonly revision: number; readonly detail: string }
  /** The configuration was read again. */
  | { readonly type: "configured"; readonly settings: ClusterSettings }
  /** The time has come that was asked for. Whatever had come until `readUntil` has been handed over; until now, without it. */
  | { readonly type: "woke"; readonly readUntil?: Instant };

/** An event for people; the shell adds its number and the time of day. */
export type HistoryEntry = Omit<EventRow, "sequence" | "atMs">;

export type ClusterEffect =
  | { readonly type: "send"; readonly session: SessionId; readonly message: CoordinatorMessage }
  /** Close a connection after what was sent on it has left. */
  | { readonly type: "disconnect"; readonly session: SessionId; readonly reason: string }
  /** A barrier: make this durable, then do what follows, then report `saved`. Records replace those of the same key. */
  | { readonly type: "save"; readonly revision: number; readonly changes: StoreChanges }
  | { readonly type: "record"; readonly entry: HistoryEntry }
  | {
      readonly type: "fence";
      readonly group: GroupId;
      readonly epoch: Epoch;
      readonly node: NodeId;
      readonly address: string;
      readonly newNode: NodeId | "";
      readonly reason: string;
    }
  /** Ask the node's daemon at its own address; `probeEnded` follows. */
  | DirectProbe
  /** A step of an action, for who asked for it. */
  | { readonly type: "progress"; readonly request: string; readonly afterMs: number; readonly text: string }
  | { readonly type: "answer"; readonly outcome: Outcome };

/** What is kept of a group over a restart. */
export interface StoredGroup {
  readonly group: GroupId;
  readonly epoch: Epoch;
  readonly holder: NodeId | "";
  readonly holderIncarnation: Incarnation;
  /** The lease at `epoch` was given back, or its holder fenced: neither is done twice. */
  readonly released: boolean;
  /** Who was a member, to the active's knowledge, at `epoch`. */
  readonly members: readonly NodeId[];
  /** Members that are left alone for a while; `untilMs` is a time of day. */
  readonly quarantine: readonly {
    readonly node: NodeId;
    readonly failures: number;
    readonly untilMs: number;
    readonly why: string;
  }[];
  /** The standbys that were in sync when the active was last heard. */
  readonly inSync: readonly NodeId[];
  readonly pause: Pause | null;
  /** The move that is under way, as far as the situation does not show it; null where there is none. */
  readonly move: StoredMove | null;
  /** The newest steps of its moves, oldest first. */
  readonly steps: readonly StoredStep[];
}

/** What is kept of a move: see `failover/resume.ts`. */
export interface StoredMove {
  readonly kind: "activation" | "failover" | "switchover";
  readonly because: string;
  readonly by: string;
  readonly planned: boolean;
  readonly from: NodeId | "";
  readonly to: NodeId | "";
  readonly prefer: NodeId | "";
  readonly acceptDataLoss: boolean;
  /** Time of day, in ms since 1970. */
  readonly startedAtMs: number;
  /** The same; 0 where the old active has not stopped yet. */
  readonly stoppedAtMs: number;
  readonly stoppedBy: "released" | "fenced" | "expired" | "declared" | "none";
  /** The phase in which whoever takes over goes on, and how long it may last, in ms. */
  readonly stage: "releasing" | "demoting" | "promoting";
  readonly limitMs: number;
}

/** How far a step of a move has come: see `failover/ledger.ts`. */
export interface StoredStep {
  readonly step: "fence" | "demote" | "promote" | "follow";
  readonly epoch: Epoch;
  /** Who is fenced, or runs the hook. */
  readonly node: NodeId;
  readonly outcome: "begun" | "done" | "failed";
  /** Time of day, in ms since 1970. */
  readonly atMs: number;
}

/** Maintenance: nothing fails over by itself. */
export interface Pause {
  readonly by: string;
  readonly reason: string;
  /** Time of day, in ms since 1970, at which it ends; 0 where it ends by hand only. */
  readonly untilMs: number;
}

/** What is kept of a node over a restart. */
export interface StoredNode {
  readonly node: NodeId;
  readonly incarnation: Incarnation;
  readonly zone: string;
  readonly groups: readonly GroupId[];
  readonly left: boolean;
  readonly draining: boolean;
}

export interface StoreChanges {
  readonly term?: Term;
  readonly groups?: readonly StoredGroup[];
  readonly nodes?: readonly StoredNode[];
  readonly forgotten?: readonly NodeId[];
}

/** All that a store holds for the machine; what a new one holds is empty, with term 0. */
export interface StoredCluster {
  readonly term: Term;
  readonly groups: readonly StoredGroup[];
  readonly nodes: readonly StoredNode[];
}
