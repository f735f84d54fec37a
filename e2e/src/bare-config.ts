/** The files of a bare cluster: what its coordinator, its nodes and their hooks are told. */
import { join } from "node:path";

export const TOKEN = "a-token-of-this-test";
export const COORDINATOR = "c1";
export const COORDINATOR_PORT = 7400;
export const NODE_PORT = 7500;

export interface BareOptions {
  readonly name: string;
  readonly nodes: readonly string[];
  /** By group: what happens to its active when the coordinator is lost. */
  readonly groups: Readonly<Record<string, "fence" | "failsafe">>;
  /** Each host in a network of its own; else all on loopback. */
  readonly apart: boolean;
  /** Whether the daemons' main loops can be kept busy. */
  readonly canBeBusy?: boolean;
  /** By node: `host:port` at which it reaches the coordinator, where that is not the coordinator's own. */
  readonly through?: Readonly<Record<string, string>>;
  /** How long each hook takes, and the fence command, where there is one. */
  readonly hookSeconds?: number;
  /** Whether the active that is lost is fenced, by a command that does nothing but write it down. */
  readonly fenced?: boolean;
  /** By host: variables of its daemon, beside those of the harness. */
  readonly env?: Readonly<Record<string, NodeJS.ProcessEnv>>;
  /** What stands before each hook's own command; it is told the hook's name and the node's address. */
  readonly wrap?: (hook: string, address: string) => readonly string[];
}

/** Where a bare cluster is. */
export interface BareSite {
  readonly options: BareOptions;
  readonly folder: string;
  readonly addressOf: (host: string) => string;
}

export function coordinatorYaml(site: BareSite): string {
  const { options, folder, addressOf } = site;
  const address = addressOf(COORDINATOR);
  const command = `[${join(folder, "hook.sh")}, fence, ${join(folder, COORDINATOR, "hooks")}]`;
  const fence = options.fenced === true ? `\n    fence: { command: ${command}, timeout: 10s }` : "";
  const groups = Object.entries(options.groups).map(
    ([group, onLoss]) => `  ${group}:
    mode: active-passive
    capacity: { required: 1 }
    replication: { mode: async, maxLag: 1MiB }
    failover: { automatic: true, cooldown: 1s }
    onCoordinatorLoss: ${onLoss}${fence}`,
  );
  return `cluster: bare
id: ${COORDINATOR}
listen: { host: ${address}, port: ${COORDINATOR_PORT} }
advertise: ws://${address}:${COORDINATOR_PORT}
store: { embedded: { path: ${join(folder, COORDINATOR, "coordinator.db")} } }
auth: { tokens: { node: "${TOKEN}", operator: "${TOKEN}-o" } }
groups:
${groups.join("\n")}
`;
}

export function nodeYaml(site: BareSite, node: string, index: number): string {
  const { options, folder, addressOf } = site;
  const address = addressOf(node);
  const hook = join(folder, "hook.sh");
  const home = join(folder, node);
  const command = (name: string): string =>
    JSON.stringify([...(options.wrap?.(name, address) ?? []), hook, name, `${home}/hooks`]);
  const services = Object.keys(options.groups).map(
    (group) => `  - group: ${group}
    address: ${address}:9000
    priority: ${100 - index}
    hooks:
      promote: { command: ${command("promote")} }
      demote: { command: ${command("demote")} }
      follow: { command: ${command("follow")} }`,
  );
  const coordinator = options.through?.[node] ?? `${addressOf(COORDINATOR)}:${COORDINATOR_PORT}`;
  return `node: ${node}
coordinators: [ws://${coordinator}]
listen: { host: ${address}, port: ${NODE_PORT} }
data: ${home}/data
auth: { token: "file:${join(folder, "token")}" }
services:
${services.join("\n")}
`;
}

/** A hook that writes down what it was told, and begins and ends its step. */
export function hookScript(seconds: number): string {
  return `#!/bin/sh
echo "$1 $PHI_GROUP $PHI_EPOCH" >> "$2"
echo "begun $PHI_OPERATION_ID $(date +%s%3N)" >> "$2.steps"
sleep ${seconds}
echo "done $PHI_OPERATION_ID $(date +%s%3N)" >> "$2.steps"
`;
}
