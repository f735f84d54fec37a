/**
 * Many connections that end within one detection window: something in between has let go of them, or we have. Their nodes
 * live, and all come back at once; ten thousand handshakes keep a coordinator busy for seconds, or for a minute where its
 * machine has other work, and those that wait for theirs are silent without any fault of their own. So as long as some
 * come back, and until the others have had the time for it, the silence of those who are missing does not count.
 *
 * That delays no verdict on a node that has ended: whoever is found gone at its address is down at once. And where so
 * many fall silent, nothing is moved on silence alone anyway: see `preservation.ts`.
 */
import { excuse } from "../../detector/detector.ts";
import { type Instant, after, between } from "../../time.ts";
import type { ClusterState, NodeState, Turn } from "../state.ts";
import { isMany } from "./preservation.ts";

/** A node's first tries: a wait of 100 ms at most, a handshake that is given up after 700 ms, and a second of 200 ms. */
const RETURN_MS = 1_000;
/** What one more node takes: 0.3 ms of a processor for its handshake and hello, on one that has other work too. */
const HANDSHAKE_MS = 0.5;
/** Four handshakes of 10 s, and the longest wait of 5 s after each: who is not back by then has other reasons. */
const WAVE_MS_MAX = 60_000;

export interface Wave {
  readonly since: Instant;
  /** How many connections ended. */
  size: number;
  /** When the last one ended, or a node last came back. */
  movedAt: Instant;
}

/** A node's connection ended without a goodbye. */
export function joinWave({ state, now }: Turn): void {
  const { wave } = state;
  if (wave !== undefined && goesOn(state, wave, now)) {
    wave.size += 1;
    wave.movedAt = now;
  } else {
    state.wave = { since: now, size: 1, movedAt: now };
  }
}

/** A node whose connection had ended says hello, or sends its first heartbeat. */
export function noteReturn({ state, now }: Turn): void {
  if (state.wave !== undefined) state.wave.movedAt = now;
}

/** The coordinator itself stood still: in that time nobody could come back. */
export function prolongWave({ wave }: ClusterState, lateMs: number): void {
  if (wave !== undefined) wave.movedAt = after(wave.movedAt, lateMs);
}

/** The silence of a node that is on its way back with many others does not count until now. */
export function excuseReturning({ state, now }: Turn, { detector, awaySince }: NodeState): void {
  const { wave } = state;
  if (wave === undefined || awaySince === undefined || awaySince < wave.since) return;
  if (isMany(state, wave.size) && goesOn(state, wave, now)) excuse(detector, now);
}

function goesOn(state: ClusterState, { since, size, movedAt }: Wave, now: Instant): boolean {
  if (!isMany(state, size)) return between(since, now) < state.settings.detector.capMs;
  const waitsUntil = after(movedAt, RETURN_MS + HANDSHAKE_MS * state.nodes.size);
  return now < waitsUntil && between(since, now) < WAVE_MS_MAX;
}
