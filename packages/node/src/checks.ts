/** Runs the checks of this node's services. */
import type { ServiceConfig } from "./config-schema.ts";
import type { CommandStarter } from "./command-starter.ts";
import { probeExec } from "./probes/exec.ts";
import { probeHttp } from "./probes/http.ts";
import type { ProbeResult } from "./probes/probe.ts";
import { probeTcp } from "./probes/tcp.ts";
import { assert } from "@phidelity/core";

export interface ChecksOptions {
  readonly node: string;
  readonly services: readonly ServiceConfig[];
  readonly starter: CommandStarter;
}

/** Runs one check of the configuration. Never rejects for what the service does. */
export async function runCheck(
  options: ChecksOptions,
  group: string,
  name: string,
  timeoutMs: number,
): Promise<ProbeResult> {
  const service = options.services.find((one) => one.group === group);
  const check = service?.checks.find((one) => one.name === name);
  assert(check !== undefined, "the machine names only checks that it was given");
  if (check.tcp !== undefined) return probeTcp(check.tcp, timeoutMs);
  if (check.http !== undefined) return probeHttp(check.http, timeoutMs);
  assert(check.exec !== undefined, "the configuration gives each check one way");
  const variables = { PHI_NODE: options.node, PHI_GROUP: group };
  return probeExec({ command: check.exec, variables, timeoutMs, starter: options.starter });
}
