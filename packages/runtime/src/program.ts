/** The outermost frame of each program: where a failing world becomes a line and an exit status. */
import { flushCompileCache } from "node:module";
import { PhiError } from "@phidelity/core";

/** Wrong usage or configuration. */
const STATUS_CONFIG = 2;
/** Any other failure of the world. */
const STATUS_FAILED = 1;

/**
 * Runs a program. A {@link PhiError} is printed on standard error, in one line (one for each problem of a configuration),
 * and ends the process: status 2 for wrong configuration, 1 otherwise. Any other error is a wrong program and is thrown on.
 */
export async function runProgram(main: () => void | Promise<void>): Promise<void> {
  try {
    await main();
  } catch (error) {
    if (!(error instanceof PhiError)) throw error;
    process.stderr.write(`${describeFailure(error)}\n`);
    process.exit(error.code.startsWith("CONFIG_") ? STATUS_CONFIG : STATUS_FAILED);
  }
}

/** By then a program has run each of its common paths, and whatever waited for its start has been served. */
const SETTLED_MS = 10_000;

/**
 * Keeps what Node has compiled, where `NODE_COMPILE_CACHE` names a folder: a daemon that dies writes nothing at its end,
 * and is back in half the time if it was compiled before. Called when it has started.
 */
export function keepCompiled(): void {
  setTimeout(() => flushCompileCache(), SETTLED_MS).unref();
}

/** A failure in words for a person: the problems of a configuration as they are, else the code and its facts. */
export function describeFailure(error: PhiError): string {
  const { code, facts } = error;
  if (code === "CONFIG_INVALID" && "problems" in facts) return facts.problems;
  if (code === "CONFIG_UNREADABLE" && "file" in facts && "reason" in facts)
    return `${facts.file}: ${facts.reason}`;
  return error.message;
}
