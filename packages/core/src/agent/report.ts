/** Puts together what a node says of its services. */
import { epoch } from "../ids.ts";
import type { Instant } from "../time.ts";
import type { Report, Role, ServiceReport } from "../wire.ts";
import { healthOf, readyOf, whyOf } from "./checks.ts";
import { holds } from "./lease.ts";
import { servesShared } from "./role.ts";
import type { AgentState, ServiceState } from "./state.ts";

/** Renews the state's report where anything in it has changed; its version then grows by one. */
export function refreshReport(state: AgentState, now: Instant): void {
  const services = [...state.services.values()].map((service) => serviceReport(service, now));
  if (JSON.stringify(services) === JSON.stringify(state.report.services)) return;
  const report: Report = { version: state.report.version + 1, services };
  state.report = report;
}

function serviceReport(service: ServiceState, now: Instant): ServiceReport {
  const { checks, status } = service;
  return {
    group: service.settings.group,
    role: roleOf(service),
    epoch: holds(service.lease, now) ? service.lease.epoch : epoch(0),
    seenEpoch: service.seenEpoch,
    releasedEpoch: service.releasedEpoch,
    failedEpoch: service.failedEpoch,
    followedEpoch: service.followedEpoch,
    ...(service.dataEpoch === undefined ? {} : { dataEpoch: service.dataEpoch }),
    health: healthOf(checks),
    ready: readyOf(checks),
    checksPassing: checks.filter((check) => check.verdict === "healthy").length,
    checksTotal: checks.length,
    why: whyOf(checks) === "" ? service.hookTrouble.slice(0, 200) : whyOf(checks),
    ...(status.replication === undefined ? {} : { replication: status.replication }),
  };
}

/** The role in the words of the wire: a member that is still becoming a standby is none yet. */
function roleOf(service: ServiceState): Role {
  if (service.view?.mode === "active-active") return servesShared(service) ? "active" : "none";
  return service.role === "following" ? "none" : service.role;
}
