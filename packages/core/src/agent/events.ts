/** What happens to a node, and what it orders its shell to do. */
import type { Epoch, GroupId, Incarnation, NodeId } from "../ids.ts";
import type { DirectProbe, ProbeEnded } from "../probing.ts";
import type { Instant } from "../time.ts";
import type { Said } from "./departures.ts";
import type { CoordinatorMessage, HookName, NodeMessage, PeerMessage, Replication } from "../wire.ts";

/** One run of a hook or a check, numbered by the machine; never used twice in one incarnation. */
export type RunId = number;

export type AgentEvent =
  /** The connection that was ordered is open. */
  | { readonly type: "linkOpened"; readonly attempt: number }
  /** It could not be opened, or it ended; `reason` says why, in words. */
  | { readonly type: "linkClosed"; readonly attempt: number; readonly reason: string }
  | { readonly type: "received"; readonly attempt: number; readonly message: CoordinatorMessage }
  | {
      readonly type: "checkEnded";
      readonly group: GroupId;
      readonly check: string;
      readonly run: RunId;
      readonly ok: boolean;
      readonly detail: string;
    }
  | {
      readonly type: "hookEnded";
      readonly group: GroupId;
      readonly hook: HookName;
      readonly run: RunId;
      readonly end: HookEnd;
    }
  /** The gate saw connections to the service break or fail: look at once (a passive health check). */
  | { readonly type: "gateTroubled"; readonly group: GroupId; readonly detail: string }
  /** A connection with a peer is open, whoever opened it; a newer one replaces an older one. */
  | { readonly type: "peerOpened"; readonly peer: NodeId }
  | { readonly type: "peerClosed"; readonly peer: NodeId }
  | ProbeEnded
  | { readonly type: "peerReceived"; readonly peer: NodeId; readonly message: PeerMessage }
  | { readonly type: "saved" }
  | { readonly type: "saveFailed"; readonly detail: string }
  /** The daemon was told to stop: give everything back, say goodbye, then `exit`. */
  | { readonly type: "stopRequested" }
  | { readonly type: "woke" };

/** How a hook ended. `replication` is what a status hook printed, where it could be read. */
export interface HookEnd {
  readonly ok: boolean;
  readonly timedOut: boolean;
  readonly exitCode: number;
  readonly durationMs: number;
  readonly output: string;
  readonly replication?: Omit<Replication, "run">;
}

/** What a gate does with its connections. */
export type GateOrder =
  /** Pass bytes to the service while the clock is before `until`. */
  | { readonly mode: "serve"; readonly epoch: Epoch; readonly until: Instant }
  /** Pass bytes to the service whatever the clock says: an active-active member that is ready. */
  | { readonly mode: "open" }
  /** Pass bytes to the active's gate. */
  | { readonly mode: "forward"; readonly address: string }
  | { readonly mode: "refuse" };

/** What a hook is told; the shell turns it into `PHI_...` variables. */
export interface HookFacts {
  readonly epoch: Epoch;
  readonly reason: string;
  readonly activeNode: NodeId | "";
  readonly activeAddress: string;
  readonly oldNode: NodeId | "";
  /** See {@link FollowStep.round}; 0 for every other hook. */
  readonly round: number;
  /**
   * For the status hook of an active: every member that it named as in sync, and that the coordinator may take for it
   * still. Without any of the others writes may be acknowledged. Left out where that is not known.
   */
  readonly inSync?: readonly string[];
}

export type AgentEffect =
  | { readonly type: "connect"; readonly attempt: number; readonly url: string }
  | { readonly type: "disconnect"; readonly attempt: number; readonly reason: string }
  /** Say nothing more on it, also of what was planned; what comes on it is told as before. */
  | { readonly type: "fallSilent"; readonly attempt: number }
  /** `said` goes with heartbeats: see {@link departuresOf}. */
  | { readonly type: "send"; readonly attempt: number; readonly message: NodeMessage; readonly said?: Said }
  /** Open a connection to a peer; `peerOpened` or `peerClosed` follows. */
  | { readonly type: "peerConnect"; readonly peer: NodeId; readonly listen: string }
  | { readonly type: "peerDisconnect"; readonly peer: NodeId }
  | { readonly type: "peerSend"; readonly peer: NodeId; readonly message: PeerMessage }
  /** Ask a peer's daemon at its own address; `probeEnded` follows. */
  | DirectProbe
  /** A barrier: make this durable, then do what follows, then report `saved`. */
  | { readonly type: "save"; readonly memory: AgentMemory }
  | {
      readonly type: "runHook";
      readonly group: GroupId;
      readonly hook: HookName;
      readonly run: RunId;
      readonly timeoutMs: number;
      readonly facts: HookFacts;
    }
  /** End a running hook; its `hookEnded` still comes. */
  | { readonly type: "stopHook"; readonly group: GroupId; readonly run: RunId }
  | {
      readonly type: "runCheck";
      readonly group: GroupId;
      readonly check: string;
      readonly run: RunId;
      readonly timeoutMs: number;
    }
  /** From now on the gate of this group does this. Said again with a later `until` at each renewal. */
  | { readonly type: "gate"; readonly group: GroupId; readonly order: GateOrder }
  /** What the role endpoints answer from now on; `active` counts only before `until`. */
  | { readonly type: "role"; readonly group: GroupId; readonly role: RoleAnswer }
  | {
      readonly type: "log";
      readonly level: "info" | "warn" | "error";
      readonly text: string;
      readonly facts: Readonly<Record<string, string | number>>;
    }
  /** All is given back: end the process. */
  | { readonly type: "exit"; readonly reason: string };

export interface RoleAnswer {
  readonly active: boolean;
  readonly until: Instant;
  readonly epoch: Epoch;
  readonly standby: boolean;
  readonly serving: boolean;
}

/** What a node keeps on its disk. */
export interface AgentMemory {
  readonly groups: readonly {
    readonly group: GroupId;
    /** The highest epoch ever seen. */
    readonly seenEpoch: Epoch;
    /** The highest epoch at which `promote` was started: what a crash may have left running. */
    readonly servedEpoch: Epoch;
    /** The highest epoch that was given back. */
    readonly releasedEpoch: Epoch;
    /** The epoch of the active whose writes the data ends with; left out where that is not known. */
    readonly dataEpoch?: Epoch;
    /** Left out where it followed nobody since it was last promoted. */
    readonly follow?: FollowStep;
  }[];
}

/** The `follow` that was begun last: a daemon that starts again does not run one twice that had succeeded. */
export interface FollowStep {
  readonly epoch: Epoch;
  /** A standby that broke after it had followed follows anew; counts that, from 0. Attempts at one round share it. */
  readonly round: number;
  readonly done: boolean;
}

/** What the shell reads before the machine starts. */
export interface AgentStart {
  readonly incarnation: Incarnation;
  readonly memory: AgentMemory;
  readonly seed: number;
  /** The host was started since the memory was written: what ran on it then was started anew, and nobody knows as what. */
  readonly rebooted: boolean;
}
