/**
 * Anti-flapping: a member that failed is left alone for a while, twice as long each time, so that the active role does
 * not swing between members that cannot keep it. It is tried again by itself; `phi ack` lifts it at once.
 */
import type { NodeId } from "../../ids.ts";
import { after } from "../../time.ts";
import type { GroupState, Turn } from "../state.ts";
import { record } from "../turn.ts";

const LONGEST_MS = 3_600_000;
/** A member that held out for so many first waits after its last one starts from the short end again. */
const FORGIVEN_AFTER = 10;

/**
 * Leaves a member alone.
 *
 * @param firstMs the first wait, in ms; 0 for none at all
 * @returns how long this one is, in ms
 */
export function leaveAlone(
  turn: Turn,
  group: GroupState,
  node: NodeId,
  firstMs: number,
  why: string,
): number {
  if (firstMs === 0) return 0;
  const before = group.quarantine.get(node);
  const recent = before !== undefined && turn.now - before.until < FORGIVEN_AFTER * firstMs;
  const failures = recent ? before.failures + 1 : 1;
  const forMs = Math.min(LONGEST_MS, firstMs * 2 ** Math.min(failures - 1, 20));
  group.quarantine.set(node, { failures, until: after(turn.now, forMs), why, ended: false });
  turn.unsavedGroups.add(group);
  const text = `${node} is left alone for ${forMs / 1_000} s: ${why}, ${timesOf(failures)} in a row (phi ack ${group.settings.group} lifts that)`;
  record(turn, "memberBlocked", { group, node }, text, { forMs, failures });
  return forMs;
}

/** Says of blocks that have run out that they have; how often the member failed is remembered for a while. */
export function endBlocks(turn: Turn, group: GroupState): void {
  for (const [node, block] of group.quarantine) {
    if (block.ended || turn.now < block.until) continue;
    group.quarantine.set(node, { ...block, ended: true });
    record(turn, "memberUnblocked", { group, node }, `${node} may become active again: its time is over`);
  }
}

/** How often a member failed, in words. */
export function timesOf(failures: number): string {
  return failures === 1 ? "once" : `${failures} times`;
}
