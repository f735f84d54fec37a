/** What the coordinator's machine is told about its cluster: the configuration file as plain values. */
import type { GroupId } from "../ids.ts";
import type { LeaseTerms } from "../timing.ts";

export type ReplicationMode = "sync" | "async" | "quorum";

export interface GroupSettings {
  readonly group: GroupId;
  readonly mode: "active-passive" | "active-active";
  /** N, in the group's own unit. */
  readonly required: number;
  readonly unit: string;
  /** How many of the largest members may be lost at once. */
  readonly spare: number;
  readonly replication: {
    readonly mode: ReplicationMode;
    readonly maxLagBytes: number;
    /** W of the quorum; 0 in the other modes. */
    readonly writeQuorum: number;
  };
  readonly automatic: boolean;
  readonly cooldownMs: number;
  /** See `failover/failback.ts`. */
  readonly failback: boolean;
  readonly onCoordinatorLoss: "fence" | "failsafe";
  /** Set where a command can make sure that a node is off; its timeout in ms. */
  readonly fenceTimeoutMs?: number;
}

export interface DetectorSettings {
  readonly law: "learned" | "normal" | "exponential";
  readonly suspect: number;
  readonly down: number;
  readonly alone: number;
  /** At least this many heartbeats late, whatever phi says. */
  readonly missed: number;
  /** Silence after which a node is down, whatever phi says. */
  readonly capMs: number;
}

export interface ClusterSettings {
  readonly cluster: string;
  readonly coordinator: string;
  readonly software: string;
  /** The range of protocol versions that this build speaks. */
  readonly protocol: { readonly min: number; readonly max: number };
  readonly intervalMs: number;
  readonly lease: LeaseTerms;
  readonly detector: DetectorSettings;
  readonly groups: readonly GroupSettings[];
  /** From so many nodes on not every heartbeat is acked; see `members/acks.ts`. Left out: {@link MANY_NODES}. */
  readonly manyNodes?: number;
}

/** Fewer nodes than this cost a coordinator a twentieth of a core, and each ack tells its node sooner of a bad link. */
export const MANY_NODES = 256;
