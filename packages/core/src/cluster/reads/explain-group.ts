/** Why a group is in the state that it is in, and what happens next. Decides nothing. */
import type { GroupId } from "../../ids.ts";
import { type Instant, between } from "../../time.ts";
import { activeWords, isPermitted } from "../failover/facts.ts";
import { phaseGuides } from "../failover/deadlines.ts";
import { failbackOf } from "../failover/failback.ts";
import { failoverTable } from "../failover/failover.table.ts";
import { isOver, overAt } from "../failover/leases.ts";
import { nextStepOf } from "../failover/moves.ts";
import { timesOf } from "../failover/quarantine.ts";
import { newestWitness } from "../members/inquiry.ts";
import { serviceOf } from "../members/reports.ts";
import { statusOf } from "../members/silence.ts";
import { type ClusterState, type GroupState, membersOfGroup } from "../state.ts";
import { clusterRules } from "./explain-cluster.ts";
import { type GroupSummary, groupOf } from "./reads.ts";

export interface GroupExplanation {
  readonly kind: "group";
  /** Why it stands so, a sentence each, the most telling first. */
  readonly why: readonly string[];
  /** What is waited for, or the command to type; `inMs` is null where no time is set. */
  readonly next: readonly { readonly inMs: number | null; readonly what: string }[];
  readonly summary: GroupSummary;
}

export function explainGroup(
  state: ClusterState,
  name: GroupId,
  now: Instant,
  wallMs: number,
): GroupExplanation | undefined {
  const group = state.groups.get(name);
  const summary = groupOf(state, name, now, wallMs);
  if (group === undefined || summary === undefined) return undefined;
  const shared = group.settings.mode === "active-active";
  const own = shared ? [summary.capacity.why] : whyOf(state, group, now);
  return {
    kind: "group",
    why: [...own, ...clusterRules(state, now)],
    next: shared ? [] : nextOf(state, group, now),
    summary,
  };
}

function whyOf(state: ClusterState, group: GroupState, now: Instant): string[] {
  return [
    phaseWords(state, group, now),
    ...leaseWords(state, group, now),
    ...holderWords(state, group),
    ...promiseWords(state, group),
    ...barredWords(state, group, now),
  ];
}

function phaseWords(state: ClusterState, group: GroupState, now: Instant): string {
  const { phase, holder, epoch } = group;
  const since = `for ${Math.round(between(group.phaseSince, now))} ms`;
  if (phase === "held") return `held ${since}: ${group.incident}`;
  const trouble = phase === "serving" ? activeWords(state, group, now) : "";
  if (phase === "serving" && trouble === "") return `${holder} serves at epoch ${epoch} ${since}`;
  const because = trouble === "" ? (group.move?.because ?? group.reason) : trouble;
  return `${phase} ${since}: ${because}`;
}

function leaseWords(state: ClusterState, group: GroupState, now: Instant): string[] {
  if (group.holder === "") return ["nobody has held it yet"];
  if (group.released) return [`${group.holder} gave the lease at epoch ${group.epoch} back`];
  if (isOver(state, group, now)) return [`the lease of ${group.holder} has run out on every clock`];
  const left = Math.round(between(now, overAt(state, group)));
  if (left <= 0)
    return [
      `${group.holder} goes on with the promises of its peers, without acks from here (failsafe): nothing is moved`,
    ];
  return [
    `the lease of ${group.holder} ends in ${left} ms unless it is renewed; nobody else is granted it before`,
  ];
}

/** What the rules of detection make of a holder that is not heard as it should be. */
function holderWords(state: ClusterState, group: GroupState): string[] {
  const holder = group.holder === "" ? undefined : state.nodes.get(group.holder);
  if (holder === undefined || holder.left) return [];
  const { node: name, inquiry, carrier } = holder;
  const words: string[] = [];
  if (statusOf(holder) === "unreachable") {
    const witness = inquiry === undefined ? undefined : newestWitness(inquiry);
    const by = holder.carried ? carrier : witness;
    const heard = by === undefined ? "answers when it is asked itself" : `is heard by ${by}`;
    words.push(`${name} is silent to the coordinator, and ${heard}: nothing fails over on silence alone`);
  }
  if (holder.verdict === "suspect" && words.length === 0)
    words.push(`${name} is suspect: silence alone moves nothing before its peers and itself were asked`);
  if (holder.lateBeats > 0)
    words.push(
      `${holder.lateBeats} heartbeats of ${name} came late and counted for nothing: late is not alive`,
    );
  return words;
}

function promiseWords(state: ClusterState, group: GroupState): string[] {
  if (group.settings.onCoordinatorLoss !== "failsafe") return [];
  const bound = membersOfGroup(state, group.settings.group).filter(
    (node) => (serviceOf(node, group.settings.group)?.promisedEpoch ?? 0) > 0,
  );
  const names = bound.map((node) => node.node).join(", ");
  return [
    bound.length === 0
      ? "failsafe: no member has promised its time to the active"
      : `failsafe: ${names} promised to take no other epoch for a lease's length`,
  ];
}

function barredWords(state: ClusterState, group: GroupState, now: Instant): string[] {
  const words: string[] = [];
  if (group.pause !== undefined)
    words.push(`${group.pause.by} paused it${group.pause.reason === "" ? "" : `: ${group.pause.reason}`}`);
  if (!group.settings.automatic) words.push("automatic failover is off in the configuration");
  if (group.phase !== "serving" && !isPermitted(state, group))
    words.push("its active role may not move by itself now");
  for (const [node, { until, failures, why }] of group.quarantine) {
    if (until <= now) continue;
    words.push(
      `${node} is left alone for ${Math.round(between(now, until))} ms more, having failed ${timesOf(failures)}: ${why} (phi ack ${group.settings.group} lifts that)`,
    );
  }
  return words;
}

/** What an operator can type; nothing where he can only watch. */
function commandsOf(group: GroupState): readonly string[] {
  if (group.phase === "held") return [nextStepOf(group)];
  return phaseGuides[group.phase].type
    .filter((words) => group.phase !== "serving" && !words.startsWith("phi explain"))
    .map((words) => words.replace(" G ", ` ${group.settings.group} `));
}

/** The rows of the failover table that lead out of the phase, the deadline, and what an operator can type. */
function nextOf(state: ClusterState, group: GroupState, now: Instant): GroupExplanation["next"] {
  const { phase, deadline } = group;
  const back = failbackOf(state, group, now);
  if (back !== undefined) {
    const inMs = Math.max(0, Math.round(between(now, back.at)));
    return [{ inMs, what: `switchover to ${back.node}, whose priority is higher (failback)` }];
  }
  if (phase === "serving" && activeWords(state, group, now) === "") return [];
  const ways = failoverTable
    .filter((row) => row.from === phase && row.to !== phase && !(row.when.late?.includes("yes") ?? false))
    .map((row) => ({ inMs: null, what: `${row.to}, once ${row.because}` }));
  const late =
    deadline === undefined
      ? []
      : [{ inMs: Math.max(0, Math.round(between(now, deadline))), what: `the time for ${phase} is up` }];
  const command = commandsOf(group).map((what) => ({ inMs: null, what: `type: ${what}` }));
  return [...command, ...late, ...ways];
}
