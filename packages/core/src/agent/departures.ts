/**
 * When the heartbeats that the main loop says leave, and what leaves in their place where it says none.
 *
 * ```
 *   grid        |         |         |         |         |
 *   main loop   o         o         ············· o     o      says its heartbeat, is late, says it
 *   leaves       ♥         ♥         p         p♥        ♥     a tenth of an interval after the grid
 * ```
 *
 * The main loop says its heartbeats when their slots come, as well as it keeps time. They leave a tenth of an interval
 * later, on the grid to the millisecond, so that a loop which is late by less than that is not seen at all. With each
 * heartbeat it also says what is to leave on the grid if it says nothing more: a pulse for each slot to come, that the
 * process lives, and that its main loop has said nothing for so long. All of it is handed to a thread, which needs to
 * know nothing but the clock. News does not wait.
 *
 * A pulse is no heartbeat. It renews no lease and is acked with none, so what the main loop did not say itself lengthens
 * nothing: a loop that is stuck for longer than its lease has lost it (SAFETY rules 1 and 8).
 */
import { type Instant, after, between } from "../time.ts";
import type { Heartbeat, Pulse } from "../wire.ts";

/** How long after its slot a heartbeat leaves, and is waited for, in intervals; its lease counts from the slot. */
const PATIENCE = 0.1;

/**
 * Slots for which pulses are said ahead: four leases of every profile, so that a stuck node is known to have failed. Past
 * them it is silent, and is judged by that.
 */
const PULSES = 40;

/** When the main loop said a heartbeat, and the instant of its slot on the grid. */
export interface Said {
  readonly saidAt: Instant;
  readonly slotAt: Instant;
  /** It opens its slot, and carries nothing that the coordinator does not know: it may wait for its instant. */
  readonly waits: boolean;
}

export interface Departure {
  readonly at: Instant;
  readonly message: Heartbeat | Pulse;
}

/** What leaves until the main loop says its next heartbeat: this one first, and a pulse in each slot after its own. */
export function departuresOf(heartbeat: Heartbeat, said: Said, intervalMs: number): Departure[] {
  const { saidAt, slotAt, waits } = said;
  const { node, incarnation, slot } = heartbeat;
  const onGrid = (slots: number): Instant => after(slotAt, (slots + PATIENCE) * intervalMs);
  const departures: Departure[] = [{ at: waits ? onGrid(0) : saidAt, message: heartbeat }];
  for (let ahead = 1; ahead <= PULSES; ahead += 1) {
    const at = onGrid(ahead);
    const loopSilentMs = between(saidAt, at);
    departures.push({ at, message: { type: "pulse", node, incarnation, slot: slot + ahead, loopSilentMs } });
  }
  return departures;
}
