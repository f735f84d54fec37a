/**
 * What travels between programs, as plain values. `proto` turns these to bytes and back and checks ranges; nothing
 * outside `proto` knows that bytes exist.
 *
 * Between a node and the coordinator everything but the lease is *level-triggered*: a message says how things are, not
 * what changed, and is said again until the other side has shown that it knows. A lost message costs time, not truth.
 */
import type { Epoch, GroupId, Incarnation, NodeId, Term } from "./ids.ts";
import type { Membership, Report } from "./member-report.ts";
import type { PeerMessage, Relay } from "./peering.ts";
import type { WatchMessage, WatcherMessage } from "./watching.ts";

/** First message on a connection, from a node. */
export interface Hello {
  readonly type: "hello";
  readonly protocolMin: number;
  readonly protocolMax: number;
  readonly software: string;
  readonly node: NodeId;
  readonly incarnation: Incarnation;
  readonly zone: string;
  /** Where its peers, and load balancers, reach this daemon: `host:port`. */
  readonly listen: string;
  readonly intervalMs: number;
  readonly memberships: readonly Membership[];
}

/** A heartbeat. An ack of it may carry leases; nothing else does (SAFETY rule 1). */
export interface Heartbeat {
  readonly type: "heartbeat";
  readonly node: NodeId;
  readonly incarnation: Incarnation;
  /** Counts the heartbeats of this incarnation; names this one in its ack. */
  readonly sequence: number;
  /** Number of the slot on the sender's absolute grid. A heartbeat sent out of turn repeats the last slot. */
  readonly slot: number;
  /** When it was sent, on the sender's clock. For people only: nothing is decided by it. */
  readonly sentAtMs: number;
  /** How late the sender's own loop ran lately, in ms. */
  readonly loopLagMs: number;
  /** The newest view that the node has taken in. */
  readonly viewVersion: number;
  /** Left out while the coordinator has shown that it knows the newest. */
  readonly report?: Report;
}

/** A regular stop. The services named in the last report as released are given back. */
export interface Leave {
  readonly type: "leave";
  readonly node: NodeId;
  readonly incarnation: Incarnation;
}

export type HookName = "promote" | "demote" | "follow" | "status";

/** How one run of a hook ended; for the events, never for decisions. */
export interface HookResult {
  readonly type: "hookResult";
  readonly node: NodeId;
  readonly incarnation: Incarnation;
  readonly group: GroupId;
  readonly epoch: Epoch;
  readonly hook: HookName;
  readonly ok: boolean;
  readonly timedOut: boolean;
  readonly exitCode: number;
  readonly durationMs: number;
  /** Standard output and error together, cut to 8 KiB. */
  readonly output: string;
}

/** The answer to a {@link Probe}. */
export interface ProbeAnswer {
  readonly type: "probeAnswer";
  readonly probe: number;
  /** The node that was asked about. */
  readonly subject: NodeId;
  readonly heard: boolean;
  /** How long ago the answering node last heard it, in ms. */
  readonly heardAgoMs: number;
  /** It closed its connection with the answering node, which then found nobody, or somebody else, at its address. */
  readonly gone: boolean;
}

/** The coordinator takes the node in. */
export interface Welcome {
  readonly type: "welcome";
  readonly protocol: number;
  readonly software: string;
  readonly cluster: string;
  readonly coordinator: string;
  readonly term: Term;
}

export type RefusalCode = "version" | "auth" | "stale" | "forgotten" | "malformed";

/** The coordinator does not take the node in; it closes the connection afterwards. */
export interface Refused {
  readonly type: "refused";
  readonly code: RefusalCode;
  readonly reason: string;
  readonly protocolMin: number;
  readonly protocolMax: number;
  readonly software: string;
}

/** The right to be active, valid until `durationMs` after the heartbeat that is acked was sent. */
export interface LeaseGrant {
  readonly group: GroupId;
  readonly epoch: Epoch;
  readonly durationMs: number;
  /**
   * The run of the status hook whose `inSyncStandbys` is what the store says by now; left out where none is. A member
   * that no run since named may be let go: it will not be promoted.
   */
  readonly inSyncRun?: number;
}

/** Answers one heartbeat. */
export interface Ack {
  readonly type: "ack";
  readonly term: Term;
  readonly incarnation: Incarnation;
  readonly sequence: number;
  /** The newest report of the node that the coordinator has taken in. */
  readonly reportVersion: number;
  readonly leases: readonly LeaseGrant[];
}

/** What a node is asked to do for a group beyond following the view. */
export type Order =
  /** Give the lease at `epoch` back: stop serving, run `demote`, report it as released. */
  | "release"
  /** Run the status hook now. */
  | "status"
  | "none";

/** How a group stands, for one of its members. */
export interface GroupView {
  readonly group: GroupId;
  readonly mode: "active-passive" | "active-active";
  /** The newest epoch, and the node that it belongs to; an empty node where nobody is to be active. */
  readonly epoch: Epoch;
  readonly active: NodeId | "";
  readonly activeAddress: string;
  /** True once the active has said that it serves. */
  readonly serving: boolean;
  /** The active before this one; empty where there was none. */
  readonly oldNode: NodeId | "";
  readonly order: Order;
  /** Which epoch an order to release means. */
  readonly orderEpoch: Epoch;
  /** Counts orders, so that each `status` is run once. */
  readonly orderNumber: number;
  /** Why the group last changed, for hooks and people. */
  readonly reason: string;
  /** The highest epoch that its holder gave back; promises made to it, or to an earlier one, are void. */
  readonly releasedEpoch: Epoch;
  /** The active may go on without the coordinator while all of `members` promise it their time. */
  readonly failsafe: boolean;
  /** Length of a lease in ms, and how far clock rates may differ: the terms of those promises. */
  readonly leaseMs: number;
  readonly drift: number;
  /** Every member that could replace the active; empty where `failsafe` is off. */
  readonly members: readonly NodeId[];
}

/** How all groups of a node stand. Pushed when one changes, and again until a heartbeat names its version. */
export interface View {
  readonly type: "view";
  readonly term: Term;
  readonly version: number;
  readonly groups: readonly GroupView[];
  /** The members of the node's groups, with the addresses at which their daemons listen; empty where not known yet. */
  readonly peers: readonly { readonly node: NodeId; readonly listen: string }[];
}

/** Asks a node whether it hears another. */
export interface Probe {
  readonly type: "probe";
  readonly probe: number;
  readonly subject: NodeId;
}

export type NodeMessage = Hello | Heartbeat | Leave | HookResult | ProbeAnswer | Relay;
export type CoordinatorMessage = Welcome | Refused | Ack | View | Probe | Relay;

export type { Health, Membership, Replication, Report, Role, ServiceReport } from "./member-report.ts";
export type { PeerBeat, PeerClaim, PeerMessage, PeerPromise, Relay } from "./peering.ts";

export type {
  Action,
  Command,
  EventRow,
  EventUpdate,
  MemberRow,
  MembersUpdate,
  NodeStatus,
  Outcome,
  Progress,
  WatchMessage,
  WatchRequest,
  WatcherMessage,
} from "./watching.ts";

export type WireMessage = NodeMessage | CoordinatorMessage | PeerMessage | WatcherMessage | WatchMessage;
