/** Signals, turned into calls. */

/** Exit status of a process that a signal ended: 128 and the signal's number. */
const STATUS_OF = { SIGINT: 130, SIGTERM: 143 } as const;

/**
 * Calls the handler at the first SIGTERM or SIGINT and ends the process with status 0 once it is done. A second signal
 * ends the process at once.
 *
 * @returns takes the handlers off again
 */
export function onStop(handler: (signal: "SIGINT" | "SIGTERM") => void | Promise<void>): () => void {
  let stopping = false;
  async function stop(signal: "SIGINT" | "SIGTERM"): Promise<void> {
    if (stopping) process.exit(STATUS_OF[signal]);
    stopping = true;
    await handler(signal);
    process.exit(0);
  }
  const onSignal = (signal: NodeJS.Signals): void => void stop(signal === "SIGINT" ? "SIGINT" : "SIGTERM");
  process.on("SIGTERM", onSignal);
  process.on("SIGINT", onSignal);
  return () => {
    process.off("SIGTERM", onSignal);
    process.off("SIGINT", onSignal);
  };
}

/** Calls the handler at each SIGHUP. Returns what takes it off again. */
export function onReload(handler: () => void): () => void {
  process.on("SIGHUP", handler);
  return () => {
    process.off("SIGHUP", handler);
  };
}
