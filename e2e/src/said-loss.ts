/**
 * Whether a failover's event says what was lost by it. It says how many bytes the new active was behind the old one's last
 * word, and when that was: what is lost is among those bytes, or was acknowledged after that word.
 */
import type { HistoryEvent } from "./coordinator-api.ts";
import { clockMs } from "./until.ts";
import type { Write } from "./write.ts";

export interface SaidLoss {
  /** Undefined where no position was known. */
  readonly lagBytes: number | undefined;
  /** The old active's last word came after it had stopped: there is nothing beside those bytes. */
  readonly lagIsWhole: boolean;
  /** When that word was true, on the monotonic clock; undefined where it is not said. */
  readonly lastWordAt: number | undefined;
  /** For how long the old active served after it, in ms; undefined where it is not said. */
  readonly unheardMs: number | undefined;
}

/** Reads a `failoverDone`. The time of day must not have been set since. */
export function lossSaid({ at, facts }: HistoryEvent): SaidLoss {
  const bytes = numberOf(facts["lagBytes"]);
  const lagIsWhole = facts["lagIsWhole"] === "true";
  const wordAfter = numberOf(facts["lastWordAfterMs"]);
  const readyAfter = numberOf(facts["readyAfterMs"]) ?? 0;
  const stoppedAfter = numberOf(facts["stoppedAfterMs"]);
  const doneAt = Date.parse(at) - Date.now() + clockMs();
  return {
    lagBytes: bytes,
    lagIsWhole,
    lastWordAt: wordAfter === undefined ? undefined : doneAt - readyAfter + wordAfter,
    unheardMs: wordAfter === undefined || stoppedAfter === undefined ? undefined : stoppedAfter - wordAfter,
  };
}

function numberOf(text: string | undefined): number | undefined {
  return text === undefined || text === "" ? undefined : Number(text);
}

/** The values that are lost although the event counts them for safe. */
export function unsaidLosses(
  writes: readonly Write[],
  lost: readonly number[],
  { lagBytes, lagIsWhole, lastWordAt }: SaidLoss,
): number[] {
  const mayBeAmongBytes = lagBytes === undefined || lagBytes > 0;
  if (mayBeAmongBytes || lost.length === 0) return [];
  if (lagIsWhole) return [...lost];
  if (lastWordAt === undefined) return [];
  const gone = new Set(lost);
  return writes.filter((one) => gone.has(one.value) && one.endedAt < lastWordAt).map(({ value }) => value);
}
