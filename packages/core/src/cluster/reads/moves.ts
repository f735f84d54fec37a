/** What is told of a group's moves: the last one, the steps that were taken, and who is left alone since. */
import type { NodeId } from "../../ids.ts";
import { type Instant, between } from "../../time.ts";
import type { StoredStep } from "../events.ts";
import type { GroupState } from "../state.ts";

export interface LastMove {
  readonly kind: string;
  readonly because: string;
  readonly from: string;
  readonly to: string;
  readonly epoch: string;
  readonly atMs: number;
  readonly tookMs: number;
}

export function lastMoveOf(group: GroupState, now: Instant, wallMs: number): LastMove | null {
  if (group.lastMove === undefined) return null;
  const { kind, because, from, to, epoch, endedAt, tookMs } = group.lastMove;
  return {
    kind,
    because,
    from,
    to,
    epoch: String(epoch),
    atMs: Math.round(wallMs - (now - endedAt)),
    tookMs,
  };
}

/** A member that anti-flapping leaves alone. */
export interface BlockRow {
  readonly node: NodeId;
  readonly forMs: number;
  /** How often it failed in a row: each time doubles the wait. */
  readonly failures: number;
  readonly why: string;
}

export function blocksOf(group: GroupState, now: Instant): BlockRow[] {
  return [...group.quarantine]
    .filter(([, { until }]) => now < until)
    .map(([node, { until, failures, why }]) => ({
      node,
      forMs: Math.round(between(now, until)),
      failures,
      why,
    }));
}

/** A step of a move, as the store has it. */
export interface StepRow {
  readonly step: StoredStep["step"];
  readonly epoch: string;
  readonly node: NodeId;
  readonly outcome: StoredStep["outcome"];
  readonly atMs: number;
}

/** Oldest first. */
export function stepsOf(group: GroupState): StepRow[] {
  return group.steps.map((one) => ({ ...one, epoch: String(one.epoch) }));
}
