/** A turn, and the small verbs that every part of the coordinator's machine uses in it. */
import { type Alarms, arm } from "../alarms.ts";
import type { GroupId, NodeId } from "../ids.ts";
import { type Instant, between } from "../time.ts";
import type { HistoryEntry } from "./events.ts";
import type { ClusterState, GroupState, NodeState, Turn } from "./state.ts";

/** Most turns mark nothing, so the sets of one turn serve the next. */
export function newTurn(state: ClusterState, now: Instant): Turn {
  const { touched, unsavedGroups, forgotten } = state.marks;
  if (touched.size > 0) touched.clear();
  if (unsavedGroups.size > 0) unsavedGroups.clear();
  if (forgotten.size > 0) forgotten.clear();
  return { state, now, out: [], touched, unsavedGroups, forgotten, termUnsaved: false };
}

/** Something happened that people may want to know. */
export function record(
  turn: Turn,
  type: string,
  subject: { readonly group?: GroupState; readonly node?: NodeId | "" },
  text: string,
  facts: Readonly<Record<string, string | number>> = {},
): void {
  const { group, node } = subject;
  const entry: HistoryEntry = {
    type,
    ...(group === undefined ? {} : { group: group.settings.group, epoch: group.epoch }),
    ...(node === undefined || node === "" ? {} : { node }),
    text,
    facts: Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, String(value)])),
  };
  turn.out.push({ type: "record", entry });
}

/** A step of the action that somebody waits for. */
export function progress(turn: Turn, request: string, since: Instant, text: string): void {
  if (request === "") return;
  turn.out.push({ type: "progress", request, afterMs: roundedMs(since, turn.now), text });
}

/** How the action ended that somebody waits for. */
export function answer(
  turn: Turn,
  request: string,
  since: Instant,
  status: "done" | "refused" | "timedOut",
  text: string,
): void {
  if (request === "") return;
  const outcome = { type: "outcome", request, status, afterMs: roundedMs(since, turn.now), text } as const;
  turn.out.push({ type: "answer", outcome });
}

export function roundedMs(since: Instant, until: Instant): number {
  return Math.max(0, Math.round(between(since, until)));
}

/** The groups of a node may stand differently now. */
export function touchGroupsOf(turn: Turn, node: NodeState): void {
  for (const group of node.groups) turn.touched.add(group);
}

/** Makes sure that the node's or group's deadline rings; an earlier one that is armed already will do. */
export function armFor(
  alarms: Alarms,
  owner: { armedAt: Instant | undefined },
  at: Instant,
  key: string,
): void {
  if (owner.armedAt !== undefined && owner.armedAt <= at) return;
  owner.armedAt = at;
  arm(alarms, at, key);
}

export const nodeKey = (node: NodeId): string => `n:${node}`;
export const groupKey = (group: GroupId): string => `g:${group}`;
export const isNodeKey = (key: string): boolean => key.startsWith("n:");
/** The node or group that an alarm's key stands for. */
export const nameIn = (key: string): string => key.slice(2);
