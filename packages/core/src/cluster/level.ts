/** People are told when a group becomes redundant, is at its limit, or falls below it. */
import { capacityOfGroup } from "./reads/capacity.ts";
import type { GroupState, Turn } from "./state.ts";
import { record } from "./turn.ts";

/** Looks whether the group's level has changed. */
export function noteLevel(turn: Turn, group: GroupState): void {
  const capacity = capacityOfGroup(turn.state, group, turn.now);
  if (capacity.level === group.level) return;
  const before = group.level;
  group.level = capacity.level;
  const facts = { from: before ?? "", to: capacity.level };
  const text = `${group.settings.group} is ${capacity.level}: ${capacity.why}`;
  record(turn, "capacityChanged", { group }, text, facts);
}
