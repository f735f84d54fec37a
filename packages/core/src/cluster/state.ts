/** Everything that the coordinator's machine knows. Plain data: it can be printed, compared and stored. */
import type { Alarms } from "../alarms.ts";
import type { Detector } from "../detector/detector.ts";
import type { Recording } from "../detector/recording.ts";
import type { Verdict } from "../detector/verdict.ts";
import type { Epoch, GroupId, Incarnation, NodeId, Term } from "../ids.ts";
import type { Instant } from "../time.ts";
import type { GroupView, Membership, Report, View } from "../wire.ts";
import type { ClusterEffect, SessionId, StoredGroup, StoredMove, StoredStep } from "./events.ts";
import type { GroupPhase } from "./failover/failover.table.ts";
import type { ClusterSettings, GroupSettings } from "./settings.ts";
import type { Inquiry } from "./members/inquiry.ts";
import type { Pace } from "./members/pace.ts";

export interface NodeState {
  readonly node: NodeId;
  incarnation: Incarnation;
  zone: string;
  listen: string;
  memberships: readonly Membership[];
  session: SessionId | undefined;
  /** Whether it said hello since this coordinator took over. */
  joined: boolean;
  left: boolean;
  draining: boolean;
  detector: Detector;
  /** Its newest heartbeats, for people. */
  readonly recording: Recording;
  /** Heartbeats that counted for nothing because they came late: behind a newer one, or in a backlog. */
  lateBeats: number;
  /** When people were last told of one. */
  lateToldAt: Instant;
  verdict: Verdict;
  /** When its status last changed. */
  since: Instant;
  report: Report;
  lastSequence: number;
  /** When a heartbeat last came by its own link, and when by a peer, and which. */
  directAt: Instant;
  carriedAt: Instant;
  carrier: NodeId | undefined;
  /** It is heard through a peer only. */
  carried: boolean;
  /** What is found out about it while it is silent, or since its connection was closed. */
  inquiry: Inquiry | undefined;
  /** When its connection ended without a goodbye; undefined once it is heard again, on whichever. */
  hungUpAt: Instant | undefined;
  /** Since when its process is known to have ended; undefined once it is heard again. */
  goneAt: Instant | undefined;
  readonly pace: Pace;
  /** The view that was last sent to it; see `VIEWS_MAX`. */
  viewVersion: number;
  view: readonly GroupView[];
  viewSentAt: Instant;
  peers: View["peers"];
  /** By group: the newest question for its position, and the view that put it. */
  readonly asked: Map<GroupId, { readonly orderNumber: number; readonly viewVersion: number }>;
  /** The earliest alarm that is armed for it. */
  armedAt: Instant | undefined;
}

/** The members of one group. */
export interface Roster {
  /** By name. */
  readonly members: readonly NodeState[];
  /** Who keeps a connection with whom; undefined until it is asked for. */
  links: ReadonlyMap<NodeId, readonly NodeId[]> | undefined;
}

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
  /** Tells the holder to give back; counts orders. */
  releaseOrdered: boolean;
  orderNumber: number;
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
  /** Standbys that were in sync when the active was last heard. */
  inSync: readonly NodeId[];
  /** The run of the active's status hook that named them; 0 where it is the standbys that say so themselves. */
  inSyncRun: number;
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
  /** Who fell silent within the last window, oldest first. */
  silences: readonly { readonly at: Instant; readonly node: NodeId }[];
  /** Connections that ended within one window, and the nodes among them whose way back is not yet excused. */
  wave: { readonly since: Instant; size: number; unexcused: NodeId[] } | undefined;
  /** Until then the coordinator takes itself for the one that is cut off. */
  preservedUntil: Instant | undefined;
  readonly alarms: Alarms;
  /** The last pause of the coordinator itself that was taken out of all silences. */
  lastPause:
    | { readonly at: Instant; readonly lateMs: number; readonly toldAt: Instant | undefined }
    | undefined;
  /** The last turn, for noticing that the coordinator itself was paused. */
  lastTurnAt: Instant;
  drains: readonly Drain[];
  /** The whole cluster is in maintenance. */
  pause: Pause | undefined;
  /** Messages dropped because they came from the past (SAFETY rule 7). */
  staleMessages: number;
}

/** One turn of the machine: what it works on, and what it has ordered so far. */
export interface Turn {
  readonly state: ClusterState;
  readonly now: Instant;
  readonly out: ClusterEffect[];
  /** Groups whose situation may have changed. */
  readonly touched: Set<GroupState>;
  readonly unsavedGroups: Set<GroupState>;
  readonly forgotten: Set<NodeId>;
  termUnsaved: boolean;
}

/** The members of a group, by name. */
export function membersOfGroup(state: ClusterState, group: GroupId): readonly NodeState[] {
  return state.rosters.get(group)?.members ?? [];
}

export function membershipOf(node: NodeState, group: GroupId): Membership | undefined {
  return node.memberships.find((one) => one.group === group);
}
