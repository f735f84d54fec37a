/** The state with which a coordinator takes over: what is stored, and nothing acked yet. */
import { epoch, incarnation, term } from "../ids.ts";
import { type Instant, after, instant } from "../time.ts";
import type { StoredCluster, StoredGroup } from "./events.ts";
import { resumeMove } from "./failover/resume.ts";
import { restoreNode } from "./members/members.ts";
import { regroup } from "./members/roster.ts";
import type { ClusterSettings, GroupSettings } from "./settings.ts";
import type { ClusterState, GroupState } from "./state.ts";

export function restoredCluster(
  settings: ClusterSettings,
  stored: StoredCluster,
  now: Instant,
  wallMs: number,
): ClusterState {
  const state: ClusterState = {
    settings,
    term: term(stored.term + 1),
    startedAt: now,
    wallOffsetMs: wallMs - now,
    revision: 0,
    savedRevision: 0,
    unsavedNodes: new Set(),
    unsavedSteps: new Set(),
    saveNodesAt: undefined,
    resaveAt: undefined,
    storeTrouble: "",
    nodes: new Map(),
    rosters: new Map(),
    groups: new Map(),
    retired: new Map(
      stored.groups
        .filter((kept) => !settings.groups.some((group) => group.group === kept.group))
        .map((kept) => [kept.group, kept]),
    ),
    sessions: new Map(),
    lastProbe: 0,
    directProbes: new Set(),
    silences: new Map(),
    wave: undefined,
    preservedUntil: undefined,
    lastPause: undefined,
    alarms: [],
    marks: { touched: new Set(), unsavedGroups: new Set(), forgotten: new Set() },
    lineup: { first: undefined, last: undefined },
    lastTurnAt: now,
    readUntil: now,
    behindToldAt: undefined,
    drains: [],
    pause: undefined,
    staleMessages: 0,
  };
  for (const node of stored.nodes) restoreNode(state, node, now);
  for (const settingsOf of settings.groups) {
    const kept = stored.groups.find((one) => one.group === settingsOf.group);
    const group = restoredGroup(settingsOf, kept, state, now);
    const move = kept?.move ?? null;
    if (move !== null && group.holder !== "") resumeMove(group, move, state, now);
    state.groups.set(settingsOf.group, group);
  }
  regroup(state);
  return state;
}

function restoredGroup(
  settings: GroupSettings,
  kept: StoredGroup | undefined,
  state: ClusterState,
  now: Instant,
): GroupState {
  const until = kept?.pause?.untilMs ?? 0;
  return {
    settings,
    phase: kept === undefined || kept.holder === "" ? "choosing" : "serving",
    phaseSince: now,
    deadline: kept === undefined || kept.holder === "" ? after(now, 5_000) : undefined,
    epoch: kept?.epoch ?? epoch(0),
    holder: kept?.holder ?? "",
    holderIncarnation: kept?.holderIncarnation ?? incarnation(0),
    released: kept?.released ?? false,
    releasedBefore: epoch(0),
    lastAckAt: instant(Number.NEGATIVE_INFINITY),
    commitRevision: 0,
    move: undefined,
    asked: undefined,
    oldNode: "",
    reason: "the coordinator started",
    fence: "none",
    steps: kept?.steps ?? [],
    releaseOrdered: false,
    statusOrders: new Map(),
    askedRuns: new Map(),
    askedAt: instant(Number.NEGATIVE_INFINITY),
    quarantine: new Map(
      (kept?.quarantine ?? []).map(({ node, failures, untilMs, why }) => [
        node,
        { failures, until: instant(untilMs - state.wallOffsetMs), why, ended: false },
      ]),
    ),
    members: kept?.members ?? [],
    proposed: undefined,
    dataEpoch: epoch(0),
    dataPosition: "",
    lastWordAt: undefined,
    followers: [],
    inSync: kept?.inSync ?? [],
    inSyncRun: 0,
    toldRun: 0,
    inSyncRevision: 0,
    pause:
      kept === undefined || kept.pause === null
        ? undefined
        : {
            by: kept.pause.by,
            reason: kept.pause.reason,
            until: until === 0 ? undefined : instant(until - state.wallOffsetMs),
          },
    incident: "",
    level: undefined,
    lastMove: undefined,
    armedAt: undefined,
  };
}

/** A group that was there before may have a holder that nobody remembers: its lease must have run out first. */
export function addedGroup(settings: GroupSettings, state: ClusterState, now: Instant): GroupState {
  const group = restoredGroup(settings, state.retired.get(settings.group), state, now);
  state.retired.delete(settings.group);
  group.lastAckAt = now;
  return group;
}
