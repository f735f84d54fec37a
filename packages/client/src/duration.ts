/** Lengths of time as people type them. */
import { duration } from "@phidelity/runtime";

/** `250ms`, `2s`, `1m`, `1h` or `30d` as ms, or undefined where it is none of these. */
export function durationMs(text: string): number | undefined {
  const parsed = duration.safeParse(text);
  return parsed.success ? parsed.data : undefined;
}
