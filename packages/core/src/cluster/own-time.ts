/**
 * What the coordinator knows of its own lateness, which is no silence of anybody else.
 *
 * It stood still, or it had more to read than it can. In the first case time passed between two turns, and that much of
 * each silence does not count. In the second it is busy without a gap, and what a node said a second ago lies unread: so
 * silences are judged as of the instant up to which everything was read, and alarms ring no sooner.
 */
import { stalled } from "../detector/detector.ts";
import { forgetArrivals } from "../detector/recording.ts";
import { type Instant, after, between } from "../time.ts";
import { prolongWave } from "./members/wave.ts";
import type { ClusterState, Turn } from "./state.ts";
import { record } from "./turn.ts";

/** The machine looks at its own clock this often, to notice that it was paused. */
const WATCH_MS = 50;
/** A turn that comes later than this after it was due was held up: by the loop, the host, or a stopped process. */
const STALL_MS = 50;
/** Lateness that people should know of, each pause; and how often of pauses longer than a heartbeat's interval, and of being behind. */
const WORTH_TELLING_MS = 1_000;
const TELL_MS = 60_000;

/** When a turn is due by itself. */
export function watchAt(state: ClusterState): Instant {
  return after(state.lastTurnAt, WATCH_MS);
}

/** Local pause: time in which this process did not run is no silence of anybody else. */
export function attend(turn: Turn): void {
  const { state, now } = turn;
  const late = between(watchAt(state), now);
  state.lastTurnAt = now;
  if (late <= STALL_MS) return;
  const toldAt = state.lastPause?.toldAt;
  const isNews = late > state.settings.intervalMs && isLongAgo(toldAt, now);
  const tells = isNews || late >= WORTH_TELLING_MS;
  state.lastPause = { at: now, lateMs: late, toldAt: tells ? now : toldAt };
  // What was silent before the pause was so no shorter for it: the instant by which silences are judged moves as they do.
  state.readUntil = after(state.readUntil, Math.min(late, between(state.readUntil, now)));
  prolongWave(state, late);
  for (const node of state.nodes.values()) {
    stalled(node.detector, late);
    // What waited meanwhile comes in one row, and would teach nobody anything.
    if (late > state.settings.intervalMs) forgetArrivals(node.recording);
  }
  if (!tells) return;
  const text = `the coordinator itself stood still for ${Math.round(late)} ms; that time is no silence of any node`;
  record(turn, "coordinatorPaused", {}, text, { lateMs: Math.round(late) });
}

/** Whatever had come until then has been taken; people are told where that is long ago. */
export function noteRead(turn: Turn, readUntil: Instant): void {
  const { state, now } = turn;
  // Never back: a pause that was noticed while this was read may have moved it further.
  if (readUntil > state.readUntil) state.readUntil = readUntil;
  const behindMs = Math.round(between(state.readUntil, now));
  if (behindMs < WORTH_TELLING_MS || !isLongAgo(state.behindToldAt, now)) return;
  state.behindToldAt = now;
  const text = `the coordinator took ${behindMs} ms to read what had come: it has more to do than it can; what lies unread is no silence of any node`;
  record(turn, "coordinatorBehind", {}, text, { behindMs });
}

function isLongAgo(toldAt: Instant | undefined, now: Instant): boolean {
  return toldAt === undefined || now >= after(toldAt, TELL_MS);
}
