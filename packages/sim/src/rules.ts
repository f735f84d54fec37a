/** The machines under test, and the few acts of a shell on which safety stands. A mutant gets one of them wrong. */
import {
  type ClusterSettings,
  type GateOrder,
  type Instant,
  createAgent,
  createCluster,
  nextAgentWake,
  nextClusterWake,
  stepAgent,
  stepCluster,
} from "@phidelity/core";

export interface Rules {
  readonly createCluster: typeof createCluster;
  readonly stepCluster: typeof stepCluster;
  readonly nextClusterWake: typeof nextClusterWake;
  readonly createAgent: typeof createAgent;
  readonly stepAgent: typeof stepAgent;
  readonly nextAgentWake: typeof nextAgentWake;
  /** What the coordinator is told of its cluster, from what is true of it. */
  readonly settings: (settings: ClusterSettings) => ClusterSettings;
  /** Whether a gate under this order passes bytes to its own service now. */
  readonly passes: (order: GateOrder, now: Instant) => boolean;
  /** Whether a save is waited for. */
  readonly waitsForDisk: boolean;
  /** Whether the demote hook is run, or only said to have been. */
  readonly runsDemote: boolean;
  /** Whether a primary goes on without a standby only once the coordinator knows that it is not in sync. */
  readonly asksBeforeLettingGo: boolean;
}

/** Core's own machines, and a shell that does its part. */
export const faithful: Rules = {
  createCluster,
  stepCluster,
  nextClusterWake,
  createAgent,
  stepAgent,
  nextAgentWake,
  settings: (settings) => settings,
  passes: (order, now) => order.mode === "open" || (order.mode === "serve" && now < order.until),
  waitsForDisk: true,
  runsDemote: true,
  asksBeforeLettingGo: true,
};
