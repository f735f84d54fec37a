/** What must outlive the process, and when it is written. */
import { after } from "../time.ts";
import type { ClusterEffect, StoredGroup, StoredNode } from "./events.ts";
import type { ClusterState, GroupState, NodeState, Turn } from "./state.ts";
import { record } from "./turn.ts";

/** Records of nodes wait for one another this long. */
const NODES_MS = 250;
/** Between two tries of a store that does not write. */
const RETRY_MS = 500;

/** The save that this turn needs, if any; it goes before everything else that the turn orders. */
export function saveEffect(turn: Turn): Extract<ClusterEffect, { readonly type: "save" }> | undefined {
  const { state, now } = turn;
  if (state.resaveAt !== undefined && now >= state.resaveAt) saveAllAgain(turn);
  if (state.unsavedNodes.size > 0) state.saveNodesAt ??= after(now, NODES_MS);
  const nodesDue = state.saveNodesAt !== undefined && now >= state.saveNodesAt;
  const due = turn.termUnsaved || turn.unsavedGroups.size > 0 || turn.forgotten.size > 0 || nodesDue;
  if (!due) return undefined;
  state.revision += 1;
  for (const group of turn.unsavedGroups) {
    if (group.commitRevision > state.savedRevision) group.commitRevision = state.revision;
    if (group.inSyncRevision > state.savedRevision) group.inSyncRevision = state.revision;
  }
  const nodes = [...state.unsavedNodes].flatMap((name) => state.nodes.get(name) ?? []);
  state.unsavedNodes.clear();
  state.saveNodesAt = undefined;
  return {
    type: "save",
    revision: state.revision,
    changes: {
      ...(turn.termUnsaved ? { term: state.term } : {}),
      ...(turn.unsavedGroups.size > 0
        ? { groups: [...turn.unsavedGroups].map((group) => storedGroup(state, group)) }
        : {}),
      ...(nodes.length > 0 ? { nodes: nodes.map(storedNode) } : {}),
      ...(turn.forgotten.size > 0 ? { forgotten: [...turn.forgotten] } : {}),
    },
  };
}

/** A coordinator that cannot commit cannot grant (SAFETY rule 4): what waits for its save goes on waiting. */
export function takeSaveFailed(turn: Turn, detail: string): void {
  const { state, now } = turn;
  if (state.storeTrouble === "") record(turn, "storeFailed", {}, `the store does not write: ${detail}`);
  state.storeTrouble = detail;
  state.resaveAt = after(now, RETRY_MS);
  // A later save must not pass for this one.
  for (const group of state.groups.values()) {
    if (group.commitRevision > state.savedRevision) group.commitRevision = Number.POSITIVE_INFINITY;
    if (group.inSyncRevision > state.savedRevision) group.inSyncRevision = Number.POSITIVE_INFINITY;
  }
}

function saveAllAgain(turn: Turn): void {
  const { state } = turn;
  state.resaveAt = undefined;
  turn.termUnsaved = true;
  for (const group of state.groups.values()) turn.unsavedGroups.add(group);
  for (const node of state.nodes.keys()) state.unsavedNodes.add(node);
}

export function storedGroup(state: ClusterState, group: GroupState): StoredGroup {
  const { pause } = group;
  const untilMs = pause?.until === undefined ? 0 : Math.round(pause.until + state.wallOffsetMs);
  return {
    group: group.settings.group,
    epoch: group.epoch,
    holder: group.holder,
    holderIncarnation: group.holderIncarnation,
    released: group.released,
    members: group.members,
    quarantine: [...group.quarantine].map(([node, { failures, until, why }]) => ({
      node,
      failures,
      untilMs: Math.round(until + state.wallOffsetMs),
      why,
    })),
    inSync: group.inSync,
    pause: pause === undefined ? null : { by: pause.by, reason: pause.reason, untilMs },
  };
}

function storedNode(node: NodeState): StoredNode {
  return {
    node: node.node,
    incarnation: node.incarnation,
    zone: node.zone,
    groups: node.memberships.map((membership) => membership.group),
    left: node.left,
    draining: node.draining,
  };
}
