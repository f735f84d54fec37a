/** The hand-over between an active that lets a standby go and the coordinator that must know of it first. */
import type { Instant } from "../time.ts";
import type { LeaseGrant } from "../wire.ts";
import type { ServiceState } from "./state.ts";

/** Runs that are remembered while the coordinator does not answer; a minute and more at one a second. */
const NAMED_MAX = 100;

/** The status hook of an active named those in sync. */
export function noteNamed(service: ServiceState): void {
  const { status } = service;
  const standbys = status.replication?.inSyncStandbys;
  if (standbys === undefined) return;
  const entry = { run: status.runs, standbys };
  const [first, ...later] = [...status.named, entry];
  if (first === undefined || later.length < NAMED_MAX)
    status.named = first === undefined ? [] : [first, ...later];
  else status.named = [{ run: first.run, standbys: union([first, ...later]) }];
}

/** The ack of a lease says which run's word is stored; where that changes who may be let go, the hook runs at once. */
export function noteStored(service: ServiceState, grant: LeaseGrant, now: Instant): void {
  const { status } = service;
  const run = grant.inSyncRun ?? 0;
  if (run <= status.storedRun || service.lease?.epoch !== grant.epoch) return;
  const before = mayCount(service);
  status.storedRun = run;
  status.named = status.named.filter((one) => one.run >= run);
  if (mayCount(service)?.join() !== before?.join()) status.nextAt = now;
}

/** Every member that the coordinator may take for in sync; undefined where that is not known. */
export function mayCount(service: ServiceState): readonly string[] | undefined {
  const { status } = service;
  return status.storedRun === 0 ? undefined : union(status.named);
}

function union(named: readonly { readonly standbys: readonly string[] }[]): readonly string[] {
  return [...new Set(named.flatMap(({ standbys }) => standbys))].sort();
}
