/** Reads what a node says. */
import type {
  Heartbeat,
  Hello,
  HookResult,
  Leave,
  Membership,
  ProbeAnswer,
  Pulse,
  Replication,
  Report,
  ServiceReport,
} from "@phidelity/core";
import type { phidelity } from "../gen/phidelity.js";
import {
  asAmount,
  asCount,
  asCounter,
  asDuration,
  asEpoch,
  asGroup,
  asIncarnation,
  asInterval,
  asLabel,
  asList,
  asNode,
  asPattern,
  asText,
  asTime,
} from "./checks.ts";
import { healths, hookNames, replicationRoles, roles } from "./enums.ts";
import { LENGTH_MAX } from "./limits.ts";

const POSITION_PATTERN = /^[0-9]{1,20}$/;

export function readHello(raw: phidelity.v1.Hello.$Properties): Hello {
  return {
    type: "hello",
    protocolMin: asCount("Hello", "protocol_min", raw.protocolMin),
    protocolMax: asCount("Hello", "protocol_max", raw.protocolMax),
    software: asLabel("Hello", "software", raw.software),
    node: asNode("Hello", "node", raw.node),
    incarnation: asIncarnation("Hello", "incarnation", raw.incarnation),
    zone: asLabel("Hello", "zone", raw.zone),
    listen: asText("Hello", "listen", raw.listen, LENGTH_MAX.address),
    intervalMs: asInterval("Hello", "interval_ms", raw.intervalMs),
    memberships: asList("Hello", "memberships", raw.memberships).map(readMembership),
  };
}

function readMembership(raw: phidelity.v1.Membership.$Properties): Membership {
  return {
    group: asGroup("Membership", "group", raw.group),
    address: asText("Membership", "address", raw.address, LENGTH_MAX.address),
    capacity: asAmount("Membership", "capacity", raw.capacity),
    priority: asCount("Membership", "priority", raw.priority),
    promoteTimeoutMs: asDuration("Membership", "promote_timeout_ms", raw.promoteTimeoutMs),
    demoteTimeoutMs: asDuration("Membership", "demote_timeout_ms", raw.demoteTimeoutMs),
    hasStatus: raw.hasStatus ?? false,
  };
}

/** The hottest reader of all: one object, and no copy of it where there is no report. */
export function readHeartbeat(raw: phidelity.v1.Heartbeat.$Properties): Heartbeat {
  const heartbeat: Heartbeat = {
    type: "heartbeat",
    node: asNode("Heartbeat", "node", raw.node),
    incarnation: asIncarnation("Heartbeat", "incarnation", raw.incarnation),
    sequence: asCounter("Heartbeat", "sequence", raw.sequence),
    slot: asCounter("Heartbeat", "slot", raw.slot),
    sentAtMs: asTime("Heartbeat", "sent_at_ms", raw.sentAtMs),
    loopLagMs: asDuration("Heartbeat", "loop_lag_ms", raw.loopLagMs),
    viewVersion: asCounter("Heartbeat", "view_version", raw.viewVersion),
  };
  const report = raw.report;
  return report === undefined || report === null ? heartbeat : { ...heartbeat, report: readReport(report) };
}

function readReport(raw: phidelity.v1.Report.$Properties): Report {
  return {
    version: asCounter("Report", "version", raw.version),
    services: asList("Report", "services", raw.services).map(readService),
  };
}

function readService(raw: phidelity.v1.ServiceReport.$Properties): ServiceReport {
  const { replication, dataEpoch } = raw;
  return {
    group: asGroup("ServiceReport", "group", raw.group),
    role: roles.wordOf(raw.role),
    epoch: asEpoch("ServiceReport", "epoch", raw.epoch),
    seenEpoch: asEpoch("ServiceReport", "seen_epoch", raw.seenEpoch),
    releasedEpoch: asEpoch("ServiceReport", "released_epoch", raw.releasedEpoch),
    failedEpoch: asEpoch("ServiceReport", "failed_epoch", raw.failedEpoch),
    followedEpoch: asEpoch("ServiceReport", "followed_epoch", raw.followedEpoch),
    promisedEpoch: asEpoch("ServiceReport", "promised_epoch", raw.promisedEpoch),
    ...(dataEpoch === undefined || dataEpoch === null
      ? {}
      : { dataEpoch: asEpoch("ServiceReport", "data_epoch", dataEpoch) }),
    health: healths.wordOf(raw.health),
    ready: raw.ready ?? false,
    checksPassing: asCount("ServiceReport", "checks_passing", raw.checksPassing),
    checksTotal: asCount("ServiceReport", "checks_total", raw.checksTotal),
    why: asText("ServiceReport", "why", raw.why, LENGTH_MAX.why),
    ...(replication === undefined || replication === null
      ? {}
      : { replication: readReplication(replication) }),
  };
}

function readReplication(raw: phidelity.v1.Replication.$Properties): Replication {
  const { position, lagBytes, inSync, takenAtMs } = raw;
  return {
    role: replicationRoles.wordOf(raw.role),
    ...(position === undefined || position === null
      ? {}
      : { position: asPattern("Replication", "position", position, POSITION_PATTERN) }),
    ...(lagBytes === undefined || lagBytes === null
      ? {}
      : { lagBytes: asCounter("Replication", "lag_bytes", lagBytes) }),
    ...(inSync === undefined || inSync === null ? {} : { inSync }),
    ...(raw.namesStandbys === true
      ? { inSyncStandbys: asList("Replication", "in_sync_standbys", raw.inSyncStandbys).map(readStandby) }
      : {}),
    run: asCounter("Replication", "run", raw.run),
    ...(takenAtMs === undefined || takenAtMs === null
      ? {}
      : { takenAtMs: asCounter("Replication", "taken_at_ms", takenAtMs) }),
  };
}

function readStandby(raw: string): string {
  return asNode("Replication", "in_sync_standbys", raw);
}

export function readPulse(raw: phidelity.v1.Pulse.$Properties): Pulse {
  return {
    type: "pulse",
    node: asNode("Pulse", "node", raw.node),
    incarnation: asIncarnation("Pulse", "incarnation", raw.incarnation),
    slot: asCounter("Pulse", "slot", raw.slot),
    loopSilentMs: asDuration("Pulse", "loop_silent_ms", raw.loopSilentMs),
  };
}

export function readLeave(raw: phidelity.v1.Leave.$Properties): Leave {
  return {
    type: "leave",
    node: asNode("Leave", "node", raw.node),
    incarnation: asIncarnation("Leave", "incarnation", raw.incarnation),
  };
}

export function readHookResult(raw: phidelity.v1.HookResult.$Properties): HookResult {
  return {
    type: "hookResult",
    node: asNode("HookResult", "node", raw.node),
    incarnation: asIncarnation("HookResult", "incarnation", raw.incarnation),
    group: asGroup("HookResult", "group", raw.group),
    epoch: asEpoch("HookResult", "epoch", raw.epoch),
    hook: hookNames.wordOf(raw.hook),
    ok: raw.ok ?? false,
    timedOut: raw.timedOut ?? false,
    exitCode: raw.exitCode ?? 0,
    durationMs: asDuration("HookResult", "duration_ms", raw.durationMs),
    output: asText("HookResult", "output", raw.output, LENGTH_MAX.output),
  };
}

export function readProbeAnswer(raw: phidelity.v1.ProbeAnswer.$Properties): ProbeAnswer {
  return {
    type: "probeAnswer",
    probe: asCounter("ProbeAnswer", "probe", raw.probe),
    subject: asNode("ProbeAnswer", "subject", raw.subject),
    heard: raw.heard ?? false,
    heardAgoMs: asDuration("ProbeAnswer", "heard_ago_ms", raw.heardAgoMs),
    gone: raw.gone ?? false,
  };
}
