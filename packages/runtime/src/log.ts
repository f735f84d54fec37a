/** Log lines on standard error: JSON for machines, text for a person at a terminal. */
import { type Logger, destination, pino } from "pino";
import { prettyFactory } from "pino-pretty";

export type { Logger };

/** How much may wait for a reader of standard error that does not read; above it, lines are dropped, not memory. */
const WAITING_BYTES_MAX = 4 * 1024 * 1024;

/** The levels that `--log-level` takes. */
export const LOG_LEVELS: readonly string[] = ["trace", "debug", "info", "warn", "error", "fatal", "silent"];

/**
 * A log that never stands between a heartbeat and its ack: JSON lines are written in the background, and whatever waits
 * at a regular exit is flushed. On a terminal each line is written at once, as text.
 *
 * @param options.level one of {@link LOG_LEVELS}
 */
export function createLog(options: { name: string; level: string }): Logger {
  const settings = { name: options.name, level: options.level };
  if (process.stderr.isTTY) return pino(settings, terminal());
  return pino(settings, destination({ dest: 2, sync: false, maxLength: WAITING_BYTES_MAX }));
}

/** `pino-pretty` without its worker thread, which would not survive bundling. */
function terminal(): { write(line: string): void } {
  const pretty = prettyFactory({
    colorize: process.env["NO_COLOR"] === undefined,
    translateTime: "SYS:HH:MM:ss.l",
  });
  return { write: (line) => void process.stderr.write(pretty(line)) };
}
