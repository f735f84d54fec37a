/** Puts together what a node says of its services. */
import { epoch } from "../ids.ts";
import { isSame } from "../same.ts";
import type { Instant } from "../time.ts";
import type { Report, Role, ServiceReport } from "../wire.ts";
import { healthOf, readyOf, whyOf } from "./checks.ts";
import { promiseHolds } from "./failsafe.ts";
import { holds } from "./lease.ts";
import { servesShared } from "./role.ts";
import type { AgentState, ServiceState } from "./state.ts";

/** Renews the state's report where anything in it has changed; its version then grows by one. */
export function refreshReport(state: AgentState, now: Instant): void {
  const services = [...state.services.values()].map((service) => serviceReport(state, service, now));
  if (isSame(services, state.report.services)) return;
  const report: Report = { version: state.report.version + 1, services };
  state.report = report;
}

function serviceReport(state: AgentState, service: ServiceState, now: Instant): ServiceReport {
  const { checks, status } = service;
  return {
    group: service.settings.group,
    role: roleOf(service),
    epoch: holds(service.lease, now) ? service.lease.epoch : epoch(0),
    seenEpoch: service.seenEpoch,
    releasedEpoch: service.releasedEpoch,
    failedEpoch: service.failedEpoch,
    followedEpoch: service.followedEpoch,
    promisedEpoch: promiseHolds(service, now) ? (service.promised?.epoch ?? epoch(0)) : epoch(0),
    ...(service.dataEpoch === undefined ? {} : { dataEpoch: service.dataEpoch }),
    health: ownTrouble(state, service) === "" ? healthOf(checks) : "failed",
    ready: readyOf(checks),
    checksPassing: checks.filter((check) => check.verdict === "healthy").length,
    checksTotal: checks.length,
    why: whyNot(state, service),
    ...(status.replication === undefined ? {} : { replication: status.replication }),
  };
}

/** What the node itself knows against its service, whatever the checks say; empty where it knows nothing. */
function ownTrouble(state: AgentState, service: ServiceState): string {
  if (state.stopping) return "the daemon is stopping";
  // Restarted behind our back, most likely: it serves no writes.
  const isReplica = service.role === "active" && service.status.replication?.role === "replica";
  return isReplica ? "its status hook says that it is a replica" : "";
}

function whyNot(state: AgentState, service: ServiceState): string {
  const own = ownTrouble(state, service);
  if (own !== "") return own;
  const failing = whyOf(service.checks);
  return failing === "" ? service.hookTrouble.slice(0, 200) : failing;
}

/** The role in the words of the wire: a member that is still becoming a standby is none yet. */
function roleOf(service: ServiceState): Role {
  if (service.view?.mode === "active-active") return servesShared(service) ? "active" : "none";
  return service.role === "following" ? "none" : service.role;
}
