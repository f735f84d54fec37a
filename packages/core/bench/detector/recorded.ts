/** A file that `phi explain NODE --record FILE` wrote, as a trace. Format `phi-arrivals-1`. */
import { readFileSync } from "node:fs";
import { type Trace, traceFrom } from "./traces/kinds.ts";
import type { Beat } from "./traces/sending.ts";

/** Fewer say nothing of anybody. */
const BEATS_MIN = 50;

/** @throws Error with the place, what was found and what is allowed */
export function readTrace(file: string): Trace {
  const [first = "", ...rest] = readFileSync(file, "utf8").trimEnd().split("\n");
  const head = parsed(first, file, 1) as { format?: unknown; node?: unknown; intervalMs?: unknown } | null;
  const period = head?.intervalMs;
  if (head?.format !== "phi-arrivals-1" || typeof period !== "number" || !(period > 0))
    throw wrong(
      file,
      1,
      first,
      'an object such as {"format":"phi-arrivals-1","node":"db-1","intervalMs":250}',
    );
  const beats = rest.map((line, index) => beatOf(line, file, index + 2));
  if (beats.length < BEATS_MIN)
    throw new Error(`${file}: ${beats.length} heartbeats; at least ${BEATS_MIN} are needed`);
  return traceFrom(typeof head.node === "string" ? head.node : file, period, onOneGrid(beats, period));
}

/** Slots and times may start anywhere; from here on slot times period is when a heartbeat was sent, on the whole. */
function onOneGrid(beats: readonly Beat[], period: number): Beat[] {
  let newest = -Infinity;
  const ascending = beats.filter(({ slot }) => slot > newest && (newest = slot) >= slot);
  const first = ascending[0]?.slot ?? 0;
  const offset = Math.min(...ascending.map(({ slot, at }) => at - (slot - first) * period));
  return ascending.map(({ slot, at }) => ({ slot: slot - first + 1, at: at - offset + period }));
}

function beatOf(line: string, file: string, at: number): Beat {
  const found = parsed(line, file, at);
  if (!Array.isArray(found) || found.length !== 2 || !found.every(Number.isFinite))
    throw wrong(file, at, line, "[slot, arrivalMs]");
  const [slot, ms] = found as [number, number];
  return { slot, at: ms };
}

function parsed(text: string, file: string, at: number): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw wrong(file, at, text, "a line of JSON");
  }
}

function wrong(file: string, at: number, found: string, allowed: string): Error {
  return new Error(`${file}:${at}: found ${found.slice(0, 80) || "nothing"}, allowed ${allowed}`);
}
