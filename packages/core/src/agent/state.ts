/** Everything that a node's machine knows. Plain data: it can be printed, compared and stored. */
import { type Epoch, type GroupId, type Incarnation, type NodeId, type Term, epoch, term } from "../ids.ts";
import { type Instant, instant } from "../time.ts";
import type { GroupView, HookName, HookResult, Replication, Report } from "../wire.ts";
import { type CheckState, newCheck } from "./checks.ts";
import type {
  AgentEffect,
  AgentStart,
  FollowStep,
  GateOrder,
  HookFacts,
  RoleAnswer,
  RunId,
} from "./events.ts";
import type { Claiming, Promised } from "./failsafe.ts";
import type { HeldLease } from "./lease.ts";
import type { PeerState } from "./peers.ts";
import type { MemberRole } from "./role.table.ts";
import type { AgentSettings, ServiceSettings } from "./settings.ts";

/** A hook that the role asks for. */
export interface Task {
  readonly hook: "promote" | "demote" | "follow";
  readonly facts: HookFacts;
  /** It waits until then, after a failure. */
  readonly notBefore: Instant;
  outcome: "none" | "succeeded" | "failed";
}

/** The status hook's own rhythm. */
export interface StatusState {
  nextAt: Instant;
  running: RunId | undefined;
  /** When the run that is under way, or was the last, began. */
  startedAt: Instant;
  /** The number of the last order to run it that was obeyed, in this term. */
  orderNumber: number;
  /** It was asked for while it ran. */
  again: boolean;
  /** The coordinator waits for its answer. */
  awaited: boolean;
  runs: number;
  replication: Replication | undefined;
  /** Whom the hook named as in sync, oldest run first, from the run on that the coordinator has stored. */
  named: readonly Named[];
  /** That run; 0 where none is known to be stored. */
  storedRun: number;
}

export interface Named {
  readonly run: number;
  readonly standbys: readonly string[];
}

export interface ServiceState {
  readonly settings: ServiceSettings;
  role: MemberRole;
  lease: HeldLease | undefined;
  /** The highest epoch ever seen, kept on disk. */
  seenEpoch: Epoch;
  /** The highest epoch at which promote was started, kept on disk. */
  servedEpoch: Epoch;
  /** No lease at this epoch or below is taken any more. */
  closedEpoch: Epoch;
  /** Given back: nothing that an epoch up to this one allowed still runs here; kept on disk. */
  releasedEpoch: Epoch;
  failedEpoch: Epoch;
  followedEpoch: Epoch;
  /** Kept on disk. */
  follow: FollowStep | undefined;
  /** The epoch of the active whose writes the data ends with, kept on disk; undefined where that is not known. */
  dataEpoch: Epoch | undefined;
  task: Task | undefined;
  running: { readonly task: Task; readonly run: RunId; stopped: boolean } | undefined;
  /** Failures in a row of the present kind of task. */
  failures: number;
  /** A broken standby is not told to follow again before then. */
  followAgainAt: Instant;
  /** It would follow again now, were it not for `followAgainAt`. */
  awaitsRetry: boolean;
  status: StatusState;
  readonly checks: readonly CheckState[];
  view: GroupView | undefined;
  saidGate: GateOrder | undefined;
  saidAnswer: RoleAnswer | undefined;
  hookTrouble: string;
  /** The promise that this member gave to an active, where the group is set to failsafe. */
  promised: Promised | undefined;
  /** The promises that it was given as the active. */
  readonly claiming: Claiming;
}

/** What a node that is cut off remembers of its hooks, for people; the newest are kept. */
export const NOTICES_MAX: number = 20;

/** The connection to a coordinator; see `connection.ts`. */
export type Connection =
  | { readonly phase: "waiting"; readonly until: Instant }
  | { readonly phase: "connecting"; readonly deadline: Instant }
  | { readonly phase: "greeting"; readonly deadline: Instant }
  | { readonly phase: "up" };

export interface AgentState {
  readonly settings: AgentSettings;
  readonly incarnation: Incarnation;
  /** The highest term that a coordinator showed. */
  term: Term;
  readonly random: { seed: number };
  connection: Connection;
  /** Numbers the connections tried. */
  attempt: number;
  /** The attempt that was given up last because no ack came. It is kept open until another is taken in: one may come yet. */
  fading: number | undefined;
  /** Tries in a row that did not lead to a welcome. */
  failedTries: number;
  /** When the coordinator last answered on our own link. */
  directAckAt: Instant;
  /** How many intervals later than usual its next ack may come; see {@link lateAckIntervals}. */
  ackMayBeLate: number;
  /** The heartbeat that it acked last. */
  ackedSequence: number;
  readonly peers: Map<NodeId, PeerState>;
  peerSequence: number;
  /** The grid of heartbeats starts here; slot n is n intervals later. */
  readonly gridOrigin: Instant;
  nextSlot: number;
  loopLagMs: number;
  sequence: number;
  /** Heartbeats under way: what was sent when, oldest first. */
  sent: { readonly sequence: number; readonly sentAt: Instant }[];
  /** The last heartbeat before the present connection: its ack, and an earlier one, does not know what this one has told. */
  sentBefore: number;
  report: Report;
  /** The newest report version that the coordinator has shown to know on this connection. */
  reportKnown: number;
  viewVersion: number;
  readonly services: Map<GroupId, ServiceState>;
  lastRun: RunId;
  /** Results of hooks that wait for a connection, oldest first; at most {@link NOTICES_MAX}. */
  notices: HookResult[];
  stopping: boolean;
  left: boolean;
  /** Messages that were dropped because they came from the past (SAFETY rule 7). */
  staleMessages: number;
}

/** One turn of the machine: what it works on, and what it has ordered so far. */
export interface Turn {
  readonly state: AgentState;
  readonly now: Instant;
  readonly out: AgentEffect[];
  /** Something happened that the coordinator should hear at once. */
  urgent: boolean;
  /** Epochs to be kept on disk have changed. */
  memoryChanged: boolean;
}

export function newAgentState(settings: AgentSettings, start: AgentStart, now: Instant): AgentState {
  return {
    settings,
    incarnation: start.incarnation,
    term: term(0),
    random: { seed: start.seed },
    connection: { phase: "waiting", until: now },
    attempt: 0,
    fading: undefined,
    failedTries: 0,
    directAckAt: now,
    ackMayBeLate: 0,
    ackedSequence: 0,
    peers: new Map(),
    peerSequence: 0,
    gridOrigin: now,
    nextSlot: 0,
    loopLagMs: 0,
    sequence: 0,
    sent: [],
    sentBefore: 0,
    report: { version: 0, services: [] },
    reportKnown: 0,
    viewVersion: 0,
    services: new Map(settings.services.map((service) => [service.group, newService(service, start, now)])),
    lastRun: 0,
    notices: [],
    stopping: false,
    left: false,
    staleMessages: 0,
  };
}

function newService(settings: ServiceSettings, start: AgentStart, now: Instant): ServiceState {
  const kept = start.memory.groups.find((memory) => memory.group === settings.group);
  const stillFollows = kept?.follow?.done === true && !start.rebooted;
  return {
    settings,
    role: "none",
    lease: undefined,
    seenEpoch: kept?.seenEpoch ?? epoch(0),
    servedEpoch: kept?.servedEpoch ?? epoch(0),
    // What an earlier start of this daemon served at is never taken up again: it did not see the time in between.
    closedEpoch: kept?.servedEpoch ?? epoch(0),
    releasedEpoch: kept?.releasedEpoch ?? epoch(0),
    failedEpoch: epoch(0),
    followedEpoch: stillFollows ? kept.follow.epoch : epoch(0),
    follow: kept?.follow,
    dataEpoch: kept === undefined ? epoch(0) : kept.dataEpoch,
    task: undefined,
    running: undefined,
    failures: 0,
    followAgainAt: instant(0),
    awaitsRetry: false,
    status: {
      nextAt: now,
      running: undefined,
      startedAt: now,
      orderNumber: 0,
      again: false,
      awaited: false,
      runs: 0,
      replication: undefined,
      named: [],
      storedRun: 0,
    },
    checks: settings.checks.map((check) => newCheck(check, now)),
    view: undefined,
    saidGate: undefined,
    saidAnswer: undefined,
    hookTrouble: "",
    promised: undefined,
    claiming: { asked: [], answered: new Map() },
  };
}

/** The member's own id, where a view may name nobody. */
export function isSelf(state: AgentState, node: NodeId | ""): boolean {
  return node === state.settings.node;
}

/** An epoch that this node now knows of, and will know of after a restart. */
export function see(turn: Turn, service: ServiceState, seen: Epoch): void {
  if (seen <= service.seenEpoch) return;
  service.seenEpoch = seen;
  turn.memoryChanged = true;
}

export function newRun(state: AgentState): RunId {
  state.lastRun += 1;
  return state.lastRun;
}

/** The hooks that a role can ask for. */
export function isRoleHook(hook: HookName): hook is Task["hook"] {
  return hook !== "status";
}
