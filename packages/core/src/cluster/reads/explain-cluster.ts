/** The rules that act on the whole cluster, said in sentences while they act. */
import { type Instant, between } from "../../time.ts";
import { startGraceUntil } from "../failover/candidates.ts";
import type { ClusterState } from "../state.ts";

/** How long a pause of the coordinator is worth telling, after its end. */
const PAUSE_TOLD_MS = 60_000;

/** Self-preservation, local pause, start-up grace, maintenance and a store that does not write. */
export function clusterRules(state: ClusterState, now: Instant): string[] {
  const words: string[] = [];
  if (state.preservedUntil !== undefined)
    words.push(
      `${state.silences.size} of ${state.nodes.size} nodes fell silent at once: the coordinator takes itself for the one cut off, and moves nothing on silence alone for ${ms(now, state.preservedUntil)} more (self-preservation)`,
    );
  const { lastPause } = state;
  if (lastPause !== undefined && between(lastPause.at, now) < PAUSE_TOLD_MS)
    words.push(
      `the coordinator itself stood still for ${Math.round(lastPause.lateMs)} ms, ${ms(lastPause.at, now)} ago: that time was taken out of every silence (local pause)`,
    );
  if (now < startGraceUntil(state))
    words.push(
      `the coordinator took over ${ms(state.startedAt, now)} ago: who has not said hello yet is waited for (start-up grace)`,
    );
  if (state.pause !== undefined)
    words.push(`${state.pause.by} paused the whole cluster: ${state.pause.reason}`);
  if (state.storeTrouble !== "")
    words.push(`the store does not write, so nothing can be granted: ${state.storeTrouble}`);
  return words;
}

function ms(from: Instant, to: Instant): string {
  return `${Math.round(between(from, to))} ms`;
}
