/**
 * A store that was lost knows of no active. Where a group is set to failsafe, one may be going on all the same with the
 * promises of its peers, which keep everybody else from taking over: it would never end, and nobody could be chosen.
 *
 * Such an active is taken for what it is. A member that says that it serves under a lease, at the highest epoch that any
 * member has seen, held it when it said so; nobody can have been granted a later one, and this coordinator grants none
 * before the whole length of a lease has passed.
 */
import { highestSeen, isHeard, serviceOf } from "../members/reports.ts";
import { type GroupState, type NodeState, type Turn, membersOfGroup } from "../state.ts";
import { record } from "../turn.ts";
import { finishMove } from "./moves.ts";

/** Finds the active of a group of which the store knows nothing. */
export function adoptActive(turn: Turn, group: GroupState): void {
  const { state, now } = turn;
  if (group.settings.onCoordinatorLoss !== "failsafe" || group.epoch !== 0) return;
  const active = activeOf(turn, group);
  const epoch = active === undefined ? undefined : serviceOf(active, group.settings.group)?.epoch;
  if (active === undefined || epoch === undefined) return;
  Object.assign(group, {
    phase: "serving",
    phaseSince: now,
    deadline: undefined,
    epoch,
    holder: active.node,
    holderIncarnation: active.incarnation,
    lastAckAt: now,
    commitRevision: state.revision + 1,
    reason: "the store had lost it",
  });
  turn.unsavedGroups.add(group);
  const text = `${active.node} is the active at epoch ${epoch}, which the store did not know`;
  record(turn, "activeFound", { group, node: active.node }, text);
  finishMove(turn, group, "withdrawn");
}

function activeOf(turn: Turn, group: GroupState): NodeState | undefined {
  const seen = highestSeen(turn.state, group);
  return membersOfGroup(turn.state, group.settings.group).find((node) => {
    const service = serviceOf(node, group.settings.group);
    return isHeard(node) && service?.role === "active" && service.epoch === seen && seen > 0;
  });
}
