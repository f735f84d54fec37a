/**
 * The steps of a group's moves, with how far each has come, kept in the store (SAFETY.md, "No silent stuck state").
 *
 * Who does a step decides by what he keeps himself whether it is done already: a node by the epochs on its disk (promote
 * begun, given back, followed), the coordinator by `released`, which a fence that was confirmed sets. This is the account
 * of all of them in one place. Where a node does the step, it is taken from the node's reports, which say things again
 * until they are known, and not from the word that a hook ended, which may be lost.
 */
import type { Epoch, NodeId } from "../../ids.ts";
import type { StoredStep } from "../events.ts";
import { serviceOf } from "../members/reports.ts";
import { type GroupState, type Turn, membersOfGroup } from "../state.ts";

/** The newest are kept: three moves of a small group. */
const STEPS_MAX = 24;

/** Notes how far a step has come; saved with the group, at once where the caller asks for it, else soon. */
export function noteStep(
  turn: Turn,
  group: GroupState,
  step: StoredStep["step"],
  about: { readonly epoch: Epoch; readonly node: NodeId | "" },
  outcome: StoredStep["outcome"],
): void {
  const { epoch, node } = about;
  if (node === "") return;
  const same = (one: StoredStep): boolean => one.step === step && one.epoch === epoch && one.node === node;
  if (group.steps.find(same)?.outcome === outcome) return;
  const atMs = Math.round(turn.now + turn.state.wallOffsetMs);
  const others = group.steps.filter((one) => !same(one));
  group.steps = [...others, { step, epoch, node, outcome, atMs }].slice(-STEPS_MAX);
  turn.state.unsavedSteps.add(group.settings.group);
}

/** What the members' reports say of the steps that are theirs. */
export function noteReported(turn: Turn, group: GroupState): void {
  for (const node of membersOfGroup(turn.state, group.settings.group)) {
    const service = serviceOf(node, group.settings.group);
    if (service === undefined || group.epoch === 0) continue;
    for (const { step, epoch, node: name, outcome } of group.steps) {
      const given = step === "demote" && name === node.node && outcome !== "done";
      if (given && service.releasedEpoch >= epoch)
        noteStep(turn, group, "demote", { epoch, node: name }, "done");
    }
    const follows = node.node !== group.holder && service.followedEpoch === group.epoch;
    if (follows) noteStep(turn, group, "follow", { epoch: group.epoch, node: node.node }, "done");
  }
}
