/**
 * The sums behind the leases (SAFETY.md rules 1, 2 and 6).
 *
 * The holder counts from the instant at which it sent the heartbeat that the ack answers. The coordinator counts from
 * the arrival of that heartbeat, which in true time is never earlier, and adds the most that two clocks may drift apart.
 */
import { type Instant, after } from "./time.ts";

/** How long a lease lasts, and how far two machines' clock rates may differ (0.01 is one per cent). */
export interface LeaseTerms {
  readonly durationMs: number;
  readonly drift: number;
}

/** The first instant, on the holder's clock, at which its lease is over. */
export function holderUntil(sentAt: Instant, durationMs: number): Instant {
  return after(sentAt, durationMs);
}

/** The first instant, on the coordinator's clock, at which another node may be granted the group. */
export function grantableFrom(ackedAt: Instant, terms: LeaseTerms): Instant {
  return after(ackedAt, terms.durationMs * (1 + terms.drift));
}
