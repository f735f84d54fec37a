/**
 * A lease as its holder sees it (SAFETY rules 1 and 8).
 *
 * It ends `durationMs` after the heartbeat was sent whose ack carried it. Counting from the request, not from the
 * answer, is what makes this side give up first: the coordinator cannot have started its own count earlier. Every use
 * compares the clock again; there is no flag that says "held".
 */
import type { Epoch, GroupId } from "../ids.ts";
import { type Instant, between } from "../time.ts";
import { holderUntil } from "../timing.ts";
import type { LeaseGrant } from "../wire.ts";

export interface HeldLease {
  readonly epoch: Epoch;
  readonly until: Instant;
}

/** Whether the lease may be used at this instant. */
export function holds(lease: HeldLease | undefined, now: Instant): lease is HeldLease {
  return lease !== undefined && now < lease.until;
}

/**
 * The lease after an ack.
 *
 * @param held the lease so far
 * @param grant what the ack carries
 * @param sentAt when the acked heartbeat left
 * @returns the later of the two ends at the same epoch; the lease so far where the grant adds nothing
 */
export function renewed(
  held: HeldLease | undefined,
  grant: LeaseGrant,
  sentAt: Instant,
  now: Instant,
): HeldLease | undefined {
  const until = holderUntil(sentAt, grant.durationMs);
  if (until <= now) return held;
  if (held === undefined || held.epoch < grant.epoch) return { epoch: grant.epoch, until };
  if (held.epoch > grant.epoch || held.until >= until) return held;
  return { epoch: held.epoch, until };
}

/** For how long a node still holds a lease of any of its groups, in ms; 0 where it holds none. */
export function leaseLeftMs(
  { services }: { readonly services: ReadonlyMap<GroupId, { readonly lease: HeldLease | undefined }> },
  now: Instant,
): number {
  return [...services.values()].reduce(
    (longest, { lease }) => (holds(lease, now) ? Math.max(longest, between(now, lease.until)) : longest),
    0,
  );
}
