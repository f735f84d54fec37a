/** The gates of all services that have one. */
import { type GroupId, groupId } from "@phidelity/core";
import type { Clock, Logger } from "@phidelity/runtime";
import type { ServiceConfig } from "./config-schema.ts";
import { Gate } from "./gate.ts";

/** A service that has not accepted a connection by then is in trouble. */
const CONNECT_TIMEOUT_MS = 2_000;

export interface GatesOptions {
  readonly services: readonly ServiceConfig[];
  readonly clock: Clock;
  readonly log: Logger;
  /** Connections to the service break. */
  readonly onTrouble: (group: GroupId, detail: string) => void;
}

/**
 * Opens them into a map that the caller holds, so that those which were opened are closed where a later one fails.
 *
 * @throws PhiError PORT_TAKEN or LISTEN_FAILED
 */
export async function openGates(gates: Map<GroupId, Gate>, options: GatesOptions): Promise<void> {
  const { services, clock, log, onTrouble } = options;
  for (const { group: name, gate } of services) {
    if (gate === undefined) continue;
    const group = groupId(name);
    const opened = await Gate.open({
      listen: gate.listen,
      forward: gate.forward,
      clock,
      connectTimeoutMs: CONNECT_TIMEOUT_MS,
      onTrouble: (detail) => {
        log.warn({ group, detail }, `${group}: connections to the service break`);
        onTrouble(group, detail);
      },
    });
    gates.set(group, opened);
  }
}
