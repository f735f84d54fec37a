/** What the node's machine is told: the configuration file as plain values. */
import type { GroupId, NodeId } from "../ids.ts";

export interface CheckSettings {
  readonly name: string;
  readonly kind: "liveness" | "readiness";
  readonly intervalMs: number;
  readonly timeoutMs: number;
  readonly healthyThreshold: number;
  readonly unhealthyThreshold: number;
  /** Between the first differing result and the threshold. */
  readonly fastIntervalMs: number;
}

export interface ServiceSettings {
  readonly group: GroupId;
  readonly address: string;
  readonly capacity: number;
  readonly priority: number;
  readonly checks: readonly CheckSettings[];
  /** Timeouts in ms of the hooks that are set; a hook that is not set succeeds at once. */
  readonly hooks: {
    readonly promote?: { readonly timeoutMs: number };
    readonly demote?: { readonly timeoutMs: number };
    readonly follow?: { readonly timeoutMs: number };
    readonly status?: { readonly timeoutMs: number; readonly intervalMs: number };
  };
  /** What the gate does while this member is not the active; undefined where there is no gate. */
  readonly gateStandby?: "refuse" | "forward";
}

export interface AgentSettings {
  readonly node: NodeId;
  readonly software: string;
  /** The range of protocol versions that this build speaks. */
  readonly protocol: { readonly min: number; readonly max: number };
  readonly zone: string;
  readonly listen: string;
  readonly intervalMs: number;
  readonly coordinators: readonly string[];
  readonly services: readonly ServiceSettings[];
}
