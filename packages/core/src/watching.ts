/** What operators and watchers exchange with a coordinator: members, events, orders and what became of them. */
import type { Epoch, GroupId, Incarnation, NodeId, Term } from "./ids.ts";
import type { Role } from "./wire.ts";

export type NodeStatus = "joining" | "alive" | "suspect" | "unreachable" | "down" | "left" | "draining";

/** One row of `phi members`. */
export interface MemberRow {
  readonly node: NodeId;
  readonly group: GroupId;
  readonly role: Role;
  readonly status: NodeStatus;
  /** Its daemon's main loop runs late by a heartbeat or more, or did a moment ago; it is heard all the same. */
  readonly slow: boolean;
  readonly phi: number;
  readonly epoch: Epoch;
  readonly lagBytes?: number;
  /** Passing of total, as in `2/3`. */
  readonly checks: string;
  readonly capacity: number;
  readonly address: string;
  readonly zone: string;
  /** Wall-clock time in ms since 1970 at which the role or status last changed. */
  readonly sinceMs: number;
  readonly incarnation: Incarnation;
}

/** One thing that happened, for people: `text` says it in words, `facts` carries the figures. */
export interface EventRow {
  readonly sequence: number;
  readonly atMs: number;
  /** A participle in camel case, such as `failoverStarted`. */
  readonly type: string;
  readonly group?: GroupId;
  readonly node?: NodeId;
  readonly epoch?: Epoch;
  readonly text: string;
  readonly facts: Readonly<Record<string, string>>;
}

/** What an operator can order. */
export type Action =
  | {
      readonly action: "failover";
      readonly group: GroupId;
      readonly to?: NodeId;
      readonly acceptDataLoss: boolean;
      readonly nodeIsOff: boolean;
    }
  | { readonly action: "switchover"; readonly group: GroupId; readonly to?: NodeId }
  | { readonly action: "drain"; readonly node: NodeId; readonly force: boolean }
  | { readonly action: "undrain"; readonly node: NodeId }
  | { readonly action: "pause"; readonly group?: GroupId; readonly forMs?: number; readonly reason: string }
  | { readonly action: "resume"; readonly group?: GroupId }
  | { readonly action: "ack"; readonly group: GroupId }
  | { readonly action: "forget"; readonly node: NodeId };

/** An order, as it travels on a watch connection or in an HTTP request. */
export interface Command {
  readonly type: "command";
  /** Chosen by the asker; names the order in its answers. */
  readonly request: string;
  readonly dryRun: boolean;
  readonly action: Action;
}

/** Asks for a stream of members and events. */
export interface WatchRequest {
  readonly type: "watch";
  /** Shortest time between two snapshots of the members, in ms; 0 for none. */
  readonly membersEveryMs: number;
  readonly events: boolean;
}

/** A step that an action has taken; `afterMs` counts from the order's arrival. */
export interface Progress {
  readonly type: "progress";
  readonly request: string;
  readonly afterMs: number;
  readonly text: string;
}

/** How an action ended. */
export interface Outcome {
  readonly type: "outcome";
  readonly request: string;
  readonly status: "done" | "refused" | "timedOut";
  readonly afterMs: number;
  readonly text: string;
}

/** The members as they are now. */
export interface MembersUpdate {
  readonly type: "members";
  readonly cluster: string;
  readonly leader: string;
  readonly term: Term;
  readonly members: readonly MemberRow[];
}

/** Something happened. */
export interface EventUpdate {
  readonly type: "event";
  readonly event: EventRow;
}

export type WatcherMessage = WatchRequest | Command;
export type WatchMessage = MembersUpdate | EventUpdate | Progress | Outcome;
