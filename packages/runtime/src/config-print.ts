/** Prints an effective configuration, so that it could be read again. */
import { stringify } from "yaml";

const MS_UNITS = [
  ["d", 86_400_000],
  ["h", 3_600_000],
  ["m", 60_000],
  ["s", 1_000],
] as const;
const BYTE_UNITS = [
  ["TiB", 2 ** 40],
  ["GiB", 2 ** 30],
  ["MiB", 2 ** 20],
  ["KiB", 2 ** 10],
] as const;

/** A number of ms as people write it: in the largest unit that gives a whole number. */
export function durationWords(ms: number): string {
  const unit = MS_UNITS.find(([, size]) => ms % size === 0);
  return unit === undefined ? `${ms}ms` : `${ms / unit[1]}${unit[0]}`;
}

/** A number of bytes as people write it: in the largest unit that gives a whole number. */
export function bytesWords(size: number): string {
  const unit = BYTE_UNITS.find(([, bytes]) => size % bytes === 0);
  return unit === undefined ? `${size}B` : `${size / unit[1]}${unit[0]}`;
}

/** A configuration as YAML. The caller has put durations and sizes into words, and left secrets out. */
export function printConfig(config: unknown): string {
  return stringify(config, { lineWidth: 0 });
}
