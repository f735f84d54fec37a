/**
 * Going on without the coordinator (SAFETY.md, "When the control plane is lost").
 *
 * In a group set to `failsafe` the active asks every member that it last knew, with each beat, to promise that it takes
 * no other epoch for the length of a lease. While all of them have promised, the active may go on: each promise counts
 * from when the beat that asked for it was sent, as an ack does. Whoever could replace the active has promised not to,
 * so the coordinator, wherever it is, cannot make a second one before the promise has run out.
 */
import { type Epoch, type NodeId, epoch } from "../ids.ts";
import { type Instant, instant } from "../time.ts";
import { grantableFrom, holderUntil } from "../timing.ts";
import type { GroupView, PeerBeat, PeerClaim, PeerPromise } from "../wire.ts";
import { holds } from "./lease.ts";
import { type AgentState, type ServiceState, type Turn, isSelf, see } from "./state.ts";

/** A promise that this member gave: until then it takes no lease at another epoch. */
export interface Promised {
  readonly epoch: Epoch;
  readonly to: NodeId | "";
  readonly until: Instant;
}

/** What the active knows of the promises that it was given. */
export interface Claiming {
  /** When the beats left that asked, oldest first. */
  asked: { readonly sequence: number; readonly sentAt: Instant }[];
  /** By member: when the newest beat left that it answered. */
  readonly answered: Map<NodeId, Instant>;
}

/** Claims under way; at 100 ms apart this is longer than any lease worth having. */
const ASKED_MAX = 256;

/** The claims that go with a beat: one for each group in which we are active and would go on alone. */
export function claimsOf(state: AgentState, sequence: number, now: Instant): PeerClaim[] {
  const claims: PeerClaim[] = [];
  for (const service of state.services.values()) {
    const { view, lease } = service;
    if (view?.failsafe !== true || service.role !== "active" || !holds(lease, now)) continue;
    const { asked } = service.claiming;
    service.claiming.asked = [...asked.slice(1 - ASKED_MAX), { sequence, sentAt: now }];
    claims.push({ group: service.settings.group, epoch: lease.epoch, durationMs: view.leaseMs });
  }
  return claims;
}

/** Promises what a peer's beat asks for, unless this member knows better or has promised another epoch. */
export function promiseTo(turn: Turn, from: NodeId, beat: PeerBeat): void {
  const groups: { group: PeerClaim["group"]; epoch: Epoch }[] = [];
  for (const claim of beat.claims) {
    const service = turn.state.services.get(claim.group);
    const view = service?.view;
    if (service === undefined || view === undefined || !mayPromise(service, view, claim, turn.now)) continue;
    // The claim's time runs on the asker's clock from when it left; ours may run faster by the drift that is allowed.
    const until = grantableFrom(turn.now, { durationMs: claim.durationMs, drift: view.drift });
    see(turn, service, claim.epoch);
    service.promised = { epoch: claim.epoch, to: from, until };
    groups.push({ group: claim.group, epoch: claim.epoch });
  }
  if (groups.length === 0) return;
  const { settings, incarnation } = turn.state;
  const message: PeerPromise = {
    type: "peerPromise",
    node: settings.node,
    incarnation,
    sequence: beat.sequence,
    groups,
  };
  turn.out.push({ type: "peerSend", peer: from, message });
}

function mayPromise(service: ServiceState, view: GroupView, claim: PeerClaim, now: Instant): boolean {
  // A beat that was long on its way: who sent it has given the lease back since, and another may be granted the next.
  if (claim.epoch <= view.releasedEpoch) return false;
  if (claim.epoch < service.seenEpoch || service.lease !== undefined) return false;
  return !promiseHolds(service, now) || service.promised?.epoch === claim.epoch;
}

/**
 * What an earlier start of this daemon promised is not on its disk: it would cost a write for each beat. So a daemon
 * counts as bound, to whoever is the active, until all that it can have promised before it started has run out.
 */
export function keepOldPromises(state: AgentState, service: ServiceState, view: GroupView): void {
  if (!view.failsafe || service.view !== undefined || view.epoch === 0) return;
  const until = grantableFrom(state.gridOrigin, { durationMs: view.leaseMs, drift: view.drift });
  // Where this node is the active by now, what it may have promised was at an earlier epoch.
  const last = isSelf(state, view.active) ? epoch(view.epoch - 1) : view.epoch;
  service.promised = { epoch: last, to: view.active, until };
}

/** Whether a lease at this epoch must be refused: another epoch was promised its time. */
export function isPromisedAway(service: ServiceState, at: Epoch, now: Instant): boolean {
  return promiseHolds(service, now) && service.promised?.epoch !== at;
}

/** A member's promise: where all have promised, the lease goes on from when the oldest of those beats was sent. */
export function takePromise(turn: Turn, from: NodeId, promise: PeerPromise): void {
  for (const { group, epoch: promised } of promise.groups) {
    const service = turn.state.services.get(group);
    if (service === undefined || service.lease?.epoch !== promised) continue;
    const asked = service.claiming.asked.find((one) => one.sequence === promise.sequence);
    if (asked === undefined) continue;
    const before = service.claiming.answered.get(from);
    if (before === undefined || before < asked.sentAt) service.claiming.answered.set(from, asked.sentAt);
    goOn(turn, service);
  }
}

function goOn(turn: Turn, service: ServiceState): void {
  const { view, lease, claiming } = service;
  if (view?.failsafe !== true || lease === undefined || !holds(lease, turn.now)) return;
  if (service.role !== "active" || lease.epoch <= service.closedEpoch) return;
  let oldest = turn.now;
  for (const member of view.members) {
    if (member === turn.state.settings.node) continue;
    const answered = claiming.answered.get(member) ?? instant(Number.NEGATIVE_INFINITY);
    if (answered < oldest) oldest = answered;
  }
  const until = holderUntil(oldest, view.leaseMs);
  if (until > lease.until) service.lease = { epoch: lease.epoch, until };
}

/** Whether a promise that this member gave still binds it. */
export function promiseHolds(service: ServiceState, now: Instant): boolean {
  const { promised, view } = service;
  return promised !== undefined && now < promised.until && promised.epoch > (view?.releasedEpoch ?? 0);
}

/** When the report of a promise that has run out must change. */
export function promiseEndsAt(service: ServiceState): Instant | undefined {
  return service.promised?.until;
}

/** A promise that binds no more is dropped. */
export function forgetPromise(turn: Turn, service: ServiceState): void {
  if (service.promised === undefined || promiseHolds(service, turn.now)) return;
  service.promised = undefined;
  // The coordinator may be waiting for just that.
  turn.urgent = true;
}
