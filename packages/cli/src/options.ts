/** Options and arguments that several commands share, and the checks of what is typed for them. */
import { NAME_PATTERN, durationMs } from "@phidelity/client";
import { type Command, InvalidArgumentError, Option } from "commander";

/** What every command takes. */
export interface GlobalOptions {
  readonly coordinator: readonly string[];
  readonly token?: string;
  readonly ca?: string;
  readonly output: "table" | "json" | "yaml" | "wide";
  readonly json?: boolean;
  readonly color: boolean;
}

/** Adds the options that every command takes. */
export function addGlobalOptions(program: Command): Command {
  return program
    .addOption(
      new Option("--coordinator <url>", "a coordinator's URL; may be given several times (PHI_COORDINATOR)")
        .argParser(collect)
        .default([], "PHI_COORDINATOR, a running demo, or http://127.0.0.1:7400"),
    )
    .option("--token <token>", "bearer token, or file:/path of one (PHI_TOKEN)")
    .option("--ca <file>", "PEM file of the authority that signed the coordinators' certificates")
    .addOption(
      new Option("-o, --output <form>", "how answers are written")
        .choices(["table", "json", "yaml", "wide"])
        .default("table"),
    )
    .option("--json", "short for --output json")
    .option("--no-color", "no colours (NO_COLOR)");
}

function collect(url: string, before: readonly string[]): readonly string[] {
  return [...before, url];
}

/** A node's or group's name. */
export function name(text: string): string {
  if (NAME_PATTERN.test(text)) return text;
  throw new InvalidArgumentError(
    "A name has 1 to 63 letters, digits, '.', '_' and '-', the first a letter or digit.",
  );
}

/** Several nodes with commas between them. */
export function names(text: string): readonly string[] {
  return text.split(",").map((one) => name(one.trim()));
}

/** A length of time, in ms. */
export function duration(text: string): number {
  const ms = durationMs(text);
  if (ms !== undefined) return ms;
  throw new InvalidArgumentError("A length of time is such as 250ms, 2s, 1m, 1h or 30d.");
}

/**
 * A point in time, in ms since 1970: ISO 8601, or `HH:MM` or `HH:MM:SS` for the next time that the clock on the wall here
 * shows that.
 */
export function pointInTime(text: string, nowMs: number): number {
  const clock = /^([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d))?$/.exec(text);
  if (clock === null) {
    const atMs = Date.parse(text);
    if (!Number.isNaN(atMs) && atMs > nowMs) return atMs;
    throw new InvalidArgumentError("A time to come is such as 23:30 or 2026-11-24T23:30:00Z.");
  }
  const at = new Date(nowMs);
  at.setHours(Number(clock[1]), Number(clock[2]), Number(clock[3] ?? 0), 0);
  if (at.getTime() <= nowMs) at.setDate(at.getDate() + 1);
  return at.getTime();
}

/** How far back: a length of time, or a point in time in ISO 8601; handed on as it was typed. */
export function since(text: string): string {
  const isTime = /^\d{4}-\d{2}-\d{2}/.test(text) && !Number.isNaN(Date.parse(text));
  if (durationMs(text) !== undefined || isTime) return text;
  throw new InvalidArgumentError(
    "How far back is such as 30m, 1h or 30d, or a time such as 2026-11-24T03:00:00Z.",
  );
}
