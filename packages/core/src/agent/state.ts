/** Everything that a node's machine knows. Plain data: it can be printed, compared and stored. */
import { type Epoch, type GroupId, type Incarnation, type NodeId, type Term, term } from "../ids.ts";
import type { Instant } from "../time.ts";
import type { HookResult, Report } from "../wire.ts";
import type { AgentEffect, AgentStart, RunId } from "./events.ts";
import type { PeerState } from "./peers.ts";
import { type ServiceState, newService } from "./service-state.ts";
import type { AgentSettings } from "./settings.ts";

export type { ServiceState, Task } from "./service-state.ts";

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
