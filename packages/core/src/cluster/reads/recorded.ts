/** The newest heartbeats of a node, with the settings by which it is judged: what a replay needs. */
import type { DetectorTuning } from "../../detector/detector.ts";
import { arrivalsOf } from "../../detector/recording.ts";
import type { NodeId } from "../../ids.ts";
import { between } from "../../time.ts";
import type { ClusterState } from "../state.ts";
import { tuningOf } from "./explain-node.ts";

export interface RecordedNode {
  readonly format: "phi-arrivals-1";
  readonly node: NodeId;
  readonly intervalMs: number;
  readonly tuning: DetectorTuning;
  readonly suspect: number;
  readonly down: number;
  /** Oldest first: the slot on the sender's grid, and when it came, in ms after the first of these. */
  readonly arrivals: readonly (readonly [slot: number, arrivalMs: number])[];
}

export function recordedNode(state: ClusterState, name: NodeId): RecordedNode | undefined {
  const node = state.nodes.get(name);
  if (node === undefined) return undefined;
  const arrivals = arrivalsOf(node.recording);
  const first = arrivals[0]?.[1];
  const { suspect, down } = state.settings.detector;
  return {
    format: "phi-arrivals-1",
    node: name,
    intervalMs: state.settings.intervalMs,
    tuning: tuningOf(state),
    suspect,
    down,
    arrivals: arrivals.map(([slot, at]) => [slot, first === undefined ? 0 : between(first, at)]),
  };
}
