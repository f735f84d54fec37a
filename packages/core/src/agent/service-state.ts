/** What a node's machine knows of one of its services. */
import { type Epoch, epoch } from "../ids.ts";
import { type Instant, instant } from "../time.ts";
import type { GroupView, HookName, Replication } from "../wire.ts";
import { type CheckState, newCheck } from "./checks.ts";
import type { AgentStart, FollowStep, GateOrder, HookFacts, RoleAnswer, RunId } from "./events.ts";
import type { Claiming, Promised } from "./failsafe.ts";
import type { HeldLease } from "./lease.ts";
import type { MemberRole } from "./role.table.ts";
import type { ServiceSettings } from "./settings.ts";

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

/** As the daemon starts: it holds nothing, and what an earlier start left behind is still to be demoted. */
export function newService(settings: ServiceSettings, start: AgentStart, now: Instant): ServiceState {
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

/** The hooks that a role can ask for. */
export function isRoleHook(hook: HookName): hook is Task["hook"] {
  return hook !== "status";
}
