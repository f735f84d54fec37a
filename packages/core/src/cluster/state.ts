/** Everything that the coordinator's machine knows. Plain data: it can be printed, compared and stored. */
import type { Alarms } from "../alarms.ts";
import type { GroupId, NodeId, Term } from "../ids.ts";
import type { Instant } from "../time.ts";
import type { Membership } from "../wire.ts";
import type { ClusterEffect, SessionId, StoredGroup } from "./events.ts";
import type { Lineup } from "./members/lineup.ts";
import type { Wave } from "./members/wave.ts";
import type { GroupState, Pause } from "./group-state.ts";
import type { NodeState } from "./node-state.ts";
import type { ClusterSettings } from "./settings.ts";

export type { Asked, CapacityLevel, GroupState, Move, Pause } from "./group-state.ts";
export type { NodeState } from "./node-state.ts";

/** The members of one group. */
export interface Roster {
  /** By name. */
  readonly members: readonly NodeState[];
  /** Who keeps a connection with whom; undefined until it is asked for. */
  links: ReadonlyMap<NodeId, readonly NodeId[]> | undefined;
}

/** An action on a node that waits for its groups. */
export interface Drain {
  readonly request: string;
  readonly node: NodeId;
  readonly startedAt: Instant;
}

export interface ClusterState {
  settings: ClusterSettings;
  readonly term: Term;
  /** When this coordinator took over (SAFETY rule 6). */
  readonly startedAt: Instant;
  /** Time of day, in ms since 1970, less the monotonic clock; for what people read, never for leases. */
  readonly wallOffsetMs: number;
  revision: number;
  savedRevision: number;
  /** Nodes whose record is saved with the next save, or at {@link ClusterState.saveNodesAt}: ten thousand that join at
   * once are not worth ten thousand disk flushes, and nothing is granted on the strength of these records. */
  readonly unsavedNodes: Set<NodeId>;
  /** Groups of whose steps the store does not know the newest; saved likewise. */
  readonly unsavedSteps: Set<GroupId>;
  saveNodesAt: Instant | undefined;
  /** When a save that failed is tried again, whole. */
  resaveAt: Instant | undefined;
  storeTrouble: string;
  readonly nodes: Map<NodeId, NodeState>;
  /** Who is a member of which group; changed by `members/roster.ts` only. */
  readonly rosters: Map<GroupId, Roster>;
  readonly groups: Map<GroupId, GroupState>;
  /** Groups that the configuration no longer names: their epochs must not be forgotten, should they come back. */
  readonly retired: Map<GroupId, StoredGroup>;
  readonly sessions: Map<SessionId, NodeId>;
  lastProbe: number;
  /** Probes of daemons at their own addresses that have not ended. */
  readonly directProbes: Set<number>;
  /** Who fell silent within the last window, and when; the oldest first. */
  readonly silences: Map<NodeId, Instant>;
  /** Connections that ended within one window, and their nodes' way back. */
  wave: Wave | undefined;
  /** Until then the coordinator takes itself for the one that is cut off. */
  preservedUntil: Instant | undefined;
  readonly alarms: Alarms;
  readonly lineup: Lineup;
  /** The last pause of the coordinator itself that was taken out of all silences. */
  lastPause:
    | { readonly at: Instant; readonly lateMs: number; readonly toldAt: Instant | undefined }
    | undefined;
  /** Of the present turn, or the last. */
  readonly marks: Marks;
  /** The last turn, for noticing that the coordinator itself was paused. */
  lastTurnAt: Instant;
  /**
   * Whatever had come until then was taken. A coordinator that has more to read than it can is behind by seconds: what
   * is silent by then is silent, and what seems to be since may only lie unread. See `own-time.ts`.
   */
  readUntil: Instant;
  /** When people were last told that it is behind. */
  behindToldAt: Instant | undefined;
  drains: readonly Drain[];
  /** The whole cluster is in maintenance. */
  pause: Pause | undefined;
  /** Messages dropped because they came from the past (SAFETY rule 7). */
  staleMessages: number;
}

/** What a turn notes for its own end. */
export interface Marks {
  /** Groups whose situation may have changed. */
  readonly touched: Set<GroupState>;
  readonly unsavedGroups: Set<GroupState>;
  readonly forgotten: Set<NodeId>;
}

/** One turn of the machine: what it works on, and what it has ordered so far. */
export interface Turn extends Marks {
  readonly state: ClusterState;
  readonly now: Instant;
  readonly out: ClusterEffect[];
  termUnsaved: boolean;
}

/** The members of a group, by name. */
export function membersOfGroup(state: ClusterState, group: GroupId): readonly NodeState[] {
  return state.rosters.get(group)?.members ?? [];
}

export function membershipOf(node: NodeState, group: GroupId): Membership | undefined {
  return node.memberships.find((one) => one.group === group);
}
