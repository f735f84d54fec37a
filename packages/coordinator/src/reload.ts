/** Which part of a configuration can change while the coordinator runs. */
import type { CoordinatorConfig } from "./config.ts";

/**
 * Needs a restart: what names the coordinator, the port and the files that are open, and the times on which leases that
 * have been granted rely.
 */
const FIXED = ["cluster", "id", "listen", "advertise", "store", "tls", "heartbeat", "lease"] as const;

/** The configuration that applies from now on, and the keys that were changed in the file but not here. */
export function reloaded(
  now: CoordinatorConfig,
  file: CoordinatorConfig,
): { readonly next: CoordinatorConfig; readonly kept: readonly string[] } {
  const kept = FIXED.filter((key) => JSON.stringify(now[key]) !== JSON.stringify(file[key]));
  const fixed = Object.fromEntries(FIXED.map((key) => [key, now[key]]));
  return { next: { ...file, ...fixed }, kept };
}
