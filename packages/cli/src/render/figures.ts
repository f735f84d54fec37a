/** Figures for people. */

const SIZES = ["B", "KiB", "MiB", "GiB", "TiB", "PiB"];
const DAY_S = 86_400;

/** A size in bytes, as `1.5 MiB`. */
export function size(bytes: number): string {
  let value = bytes;
  let unit = 0;
  while (value >= 1_024 && unit < SIZES.length - 1) {
    value /= 1_024;
    unit += 1;
  }
  return `${unit === 0 ? value : value.toFixed(1)} ${SIZES[unit] ?? ""}`;
}

/** How long ago something was, as `12s`, `3m12s`, `5h02m` or `7d03h`. */
export function age(sinceMs: number, nowMs: number): string {
  const seconds = Math.max(0, Math.floor((nowMs - sinceMs) / 1_000));
  if (Number.isNaN(seconds)) return "-";
  if (seconds < 60) return `${seconds}s`;
  if (seconds < 3_600) return `${Math.floor(seconds / 60)}m${two(seconds % 60)}s`;
  if (seconds < DAY_S) return `${Math.floor(seconds / 3_600)}h${two(Math.floor(seconds / 60) % 60)}m`;
  return `${Math.floor(seconds / DAY_S)}d${two(Math.floor(seconds / 3_600) % 24)}h`;
}

/** A point in time as the clock on the wall here has it: `2026-11-24 03:00:01.500`. */
export function wallTime(at: string): string {
  const time = new Date(at);
  if (Number.isNaN(time.getTime())) return at;
  const date = `${time.getFullYear()}-${two(time.getMonth() + 1)}-${two(time.getDate())}`;
  const ms = String(time.getMilliseconds()).padStart(3, "0");
  return `${date} ${two(time.getHours())}:${two(time.getMinutes())}:${two(time.getSeconds())}.${ms}`;
}

/** How long after the order something was, as `+1.290s`. */
export function offset(afterMs: number): string {
  return `+${(afterMs / 1_000).toFixed(3)}s`;
}

function two(figure: number): string {
  return String(figure).padStart(2, "0");
}
