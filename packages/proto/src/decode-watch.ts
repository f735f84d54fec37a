/** Reads what operators and watchers ask, and what they are told. */
import {
  type Action,
  type Command,
  type EventRow,
  type EventUpdate,
  type GroupId,
  type MemberRow,
  type MembersUpdate,
  NAME_PATTERN,
  type NodeId,
  type Outcome,
  type Progress,
  type WatchRequest,
} from "@phidelity/core";
import type { phidelity } from "../gen/phidelity.js";
import {
  asAmount,
  asCounter,
  asDuration,
  asEpoch,
  asGroup,
  asIncarnation,
  asInterval,
  asLabel,
  asList,
  asName,
  asNode,
  asPattern,
  asPresent,
  asTerm,
  asText,
  asTime,
  refuse,
} from "./checks.ts";
import { nodeStatuses, outcomeStatuses, roles } from "./enums.ts";
import { LENGTH_MAX } from "./limits.ts";

const CHECKS_PATTERN = /^[0-9]{1,10}\/[0-9]{1,10}$/;

export function readWatchRequest(raw: phidelity.v1.WatchRequest.$Properties): WatchRequest {
  return {
    type: "watch",
    membersEveryMs: asDuration("WatchRequest", "members_every_ms", raw.membersEveryMs),
    events: raw.events ?? false,
  };
}

export function readMembers(raw: phidelity.v1.MembersUpdate.$Properties): MembersUpdate {
  return {
    type: "members",
    cluster: asLabel("MembersUpdate", "cluster", raw.cluster),
    leader: asLabel("MembersUpdate", "leader", raw.leader),
    term: asTerm("MembersUpdate", "term", raw.term),
    members: asList("MembersUpdate", "members", raw.members).map(readMember),
  };
}

function readMember(raw: phidelity.v1.MemberRow.$Properties): MemberRow {
  const { lagBytes } = raw;
  return {
    node: asNode("MemberRow", "node", raw.node),
    group: asGroup("MemberRow", "group", raw.group),
    role: roles.wordOf(raw.role),
    status: nodeStatuses.wordOf(raw.status),
    phi: asAmount("MemberRow", "phi", raw.phi),
    epoch: asEpoch("MemberRow", "epoch", raw.epoch),
    ...(lagBytes === undefined || lagBytes === null
      ? {}
      : { lagBytes: asCounter("MemberRow", "lag_bytes", lagBytes) }),
    checks: asPattern("MemberRow", "checks", raw.checks, CHECKS_PATTERN),
    capacity: asAmount("MemberRow", "capacity", raw.capacity),
    address: asText("MemberRow", "address", raw.address, LENGTH_MAX.address),
    zone: asLabel("MemberRow", "zone", raw.zone),
    sinceMs: asTime("MemberRow", "since_ms", raw.sinceMs),
    incarnation: asIncarnation("MemberRow", "incarnation", raw.incarnation),
    slow: raw.slow ?? false,
  };
}

export function readEvent(raw: phidelity.v1.EventUpdate.$Properties): EventUpdate {
  return { type: "event", event: readEventRow(asPresent("EventUpdate", "event", raw.event)) };
}

function readEventRow(raw: phidelity.v1.EventRow.$Properties): EventRow {
  const { epoch } = raw;
  return {
    sequence: asCounter("EventRow", "sequence", raw.sequence),
    atMs: asTime("EventRow", "at_ms", raw.atMs),
    type: asName("EventRow", "type", raw.type),
    ...groupIfSet("EventRow", raw.group),
    ...nodeIfSet("EventRow", raw.node),
    ...(epoch === undefined || epoch === null ? {} : { epoch: asEpoch("EventRow", "epoch", epoch) }),
    text: asText("EventRow", "text", raw.text, LENGTH_MAX.text),
    facts: readFacts(raw.facts ?? {}),
  };
}

/** The names of facts are those of {@link NAME_PATTERN}; so none of them is a name that objects treat differently. */
function readFacts(raw: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const facts: Record<string, string> = {};
  for (const name of asList("EventRow", "facts", Object.keys(raw))) {
    if (!NAME_PATTERN.test(name)) refuse("EventRow", "facts");
    facts[name] = asText("EventRow", "facts", raw[name], LENGTH_MAX.output);
  }
  return facts;
}

export function readCommand(raw: phidelity.v1.Command.$Properties): Command {
  return {
    type: "command",
    request: asName("Command", "request", raw.request),
    dryRun: raw.dryRun ?? false,
    action: readAction(raw),
  };
}

/** An action that this version does not know is refused: guessing what an operator meant is worse. */
function readAction(raw: phidelity.v1.Command.$Properties): Action {
  if (raw.failover) return readFailover(raw.failover);
  if (raw.switchover) return readSwitchover(raw.switchover);
  if (raw.drain) return readDrain(raw.drain);
  if (raw.undrain) return { action: "undrain", node: asNode("UndrainAction", "node", raw.undrain.node) };
  if (raw.pause) return readPause(raw.pause);
  if (raw.resume) return { action: "resume", ...groupIfSet("ResumeAction", raw.resume.group) };
  if (raw.ack) return { action: "ack", group: asGroup("AckAction", "group", raw.ack.group) };
  if (raw.forget) return { action: "forget", node: asNode("ForgetAction", "node", raw.forget.node) };
  return refuse("Command", "action");
}

function readFailover(raw: phidelity.v1.FailoverAction.$Properties): Action {
  return {
    action: "failover",
    group: asGroup("FailoverAction", "group", raw.group),
    ...targetIfSet("FailoverAction", raw.to),
    acceptDataLoss: raw.acceptDataLoss ?? false,
    nodeIsOff: raw.nodeIsOff ?? false,
  };
}

function readSwitchover(raw: phidelity.v1.SwitchoverAction.$Properties): Action {
  return {
    action: "switchover",
    group: asGroup("SwitchoverAction", "group", raw.group),
    ...targetIfSet("SwitchoverAction", raw.to),
  };
}

function readDrain(raw: phidelity.v1.DrainAction.$Properties): Action {
  return {
    action: "drain",
    node: asNode("DrainAction", "node", raw.node),
    force: raw.force ?? false,
  };
}

function readPause(raw: phidelity.v1.PauseAction.$Properties): Action {
  const { forMs } = raw;
  return {
    action: "pause",
    ...groupIfSet("PauseAction", raw.group),
    ...(forMs === undefined || forMs === null ? {} : { forMs: asInterval("PauseAction", "for_ms", forMs) }),
    reason: asText("PauseAction", "reason", raw.reason, LENGTH_MAX.text),
  };
}

export function readProgress(raw: phidelity.v1.Progress.$Properties): Progress {
  return {
    type: "progress",
    request: asName("Progress", "request", raw.request),
    afterMs: asDuration("Progress", "after_ms", raw.afterMs),
    text: asText("Progress", "text", raw.text, LENGTH_MAX.text),
  };
}

export function readOutcome(raw: phidelity.v1.Outcome.$Properties): Outcome {
  return {
    type: "outcome",
    request: asName("Outcome", "request", raw.request),
    status: outcomeStatuses.wordOf(raw.status),
    afterMs: asDuration("Outcome", "after_ms", raw.afterMs),
    text: asText("Outcome", "text", raw.text, LENGTH_MAX.text),
  };
}

function nodeIfSet(message: string, value: string | null | undefined): { readonly node?: NodeId } {
  return value === undefined || value === null ? {} : { node: asNode(message, "node", value) };
}

function groupIfSet(message: string, value: string | null | undefined): { readonly group?: GroupId } {
  return value === undefined || value === null ? {} : { group: asGroup(message, "group", value) };
}

function targetIfSet(message: string, value: string | null | undefined): { readonly to?: NodeId } {
  return value === undefined || value === null ? {} : { to: asNode(message, "to", value) };
}
