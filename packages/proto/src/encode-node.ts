/** Writes what a node says, and what a coordinator says to it. */
import type {
  Ack,
  GroupView,
  Heartbeat,
  HookResult,
  Refused,
  Replication,
  Report,
  ServiceReport,
  View,
} from "@phidelity/core";
import type { phidelity } from "../gen/phidelity.js";
import { groupModes, healths, hookNames, orders, refusalCodes, replicationRoles, roles } from "./enums.ts";
import { LENGTH_MAX } from "./limits.ts";
import { listOf, wholeOf, wordsOf } from "./words.ts";

export function writeHeartbeat(heartbeat: Heartbeat): phidelity.v1.Heartbeat.$Properties {
  const { report, ...plain } = heartbeat;
  return report === undefined ? plain : { ...plain, report: writeReport(report) };
}

function writeReport(report: Report): phidelity.v1.Report.$Properties {
  return { version: report.version, services: report.services.map(writeService) };
}

function writeService(service: ServiceReport): phidelity.v1.ServiceReport.$Properties {
  const { replication, ...plain } = service;
  return {
    ...plain,
    role: roles.valueOf(service.role),
    health: healths.valueOf(service.health),
    why: wordsOf(service.why, LENGTH_MAX.why),
    ...(replication === undefined ? {} : { replication: writeReplication(replication) }),
  };
}

function writeReplication(replication: Replication): phidelity.v1.Replication.$Properties {
  const { lagBytes, inSyncStandbys, takenAtMs, ...plain } = replication;
  return {
    ...plain,
    ...(inSyncStandbys === undefined ? {} : { inSyncStandbys: listOf(inSyncStandbys), namesStandbys: true }),
    role: replicationRoles.valueOf(replication.role),
    ...(lagBytes === undefined ? {} : { lagBytes: wholeOf(lagBytes) }),
    ...(takenAtMs === undefined ? {} : { takenAtMs: wholeOf(takenAtMs) }),
  };
}

export function writeHookResult(result: HookResult): phidelity.v1.HookResult.$Properties {
  return {
    ...result,
    hook: hookNames.valueOf(result.hook),
    output: wordsOf(result.output, LENGTH_MAX.output),
  };
}

export function writeRefused(refused: Refused): phidelity.v1.Refused.$Properties {
  return {
    ...refused,
    code: refusalCodes.valueOf(refused.code),
    reason: wordsOf(refused.reason, LENGTH_MAX.text),
  };
}

export function writeAck(ack: Ack): phidelity.v1.Ack.$Properties {
  return { ...ack, leases: listOf(ack.leases) };
}

export function writeView(view: View): phidelity.v1.View.$Properties {
  return {
    term: view.term,
    version: view.version,
    groups: view.groups.map(writeGroup),
    peers: listOf(view.peers),
  };
}

function writeGroup(group: GroupView): phidelity.v1.GroupView.$Properties {
  return {
    ...group,
    mode: groupModes.valueOf(group.mode),
    order: orders.valueOf(group.order),
    reason: wordsOf(group.reason, LENGTH_MAX.text),
    members: listOf(group.members),
  };
}
