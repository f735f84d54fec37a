/** What the demo consists of: ports, configuration files and programs. */
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { type AddressInfo, createServer } from "node:net";
import { join } from "node:path";
import type { Part } from "./supervisor.ts";

const REPOSITORY = join(import.meta.dirname, "../..");
const EXAMPLE = join(REPOSITORY, "examples/kv");
const HOST = "127.0.0.1";

/** A service's port lies this far above that of its gate: `examples/kv/phi-kv` counts on it. */
const SERVICE_ABOVE_GATE = 100;

interface DemoMember {
  readonly node: string;
  readonly service: string;
  /** The port at which the node's daemon listens, and those of the gate and of the service behind it. */
  readonly listen: number;
  readonly gate: number;
  readonly port: number;
}

export interface Layout {
  readonly coordinatorPort: number;
  readonly members: readonly DemoMember[];
}

/** Finds free ports. */
export async function layOut(names: readonly string[]): Promise<Layout> {
  const taken = new Set<number>();
  const members: DemoMember[] = [];
  for (const name of names) {
    const gate = await freePort(taken, SERVICE_ABOVE_GATE);
    const listen = await freePort(taken);
    members.push({
      node: `node-${name}`,
      service: `kv-${name}`,
      listen,
      gate,
      port: gate + SERVICE_ABOVE_GATE,
    });
  }
  return { coordinatorPort: await freePort(taken), members };
}

/** Writes the configuration files, and names what is to be started. */
export function partsOf(layout: Layout, folder: string): Part[] {
  const coordinatorFile = join(folder, "coordinator.yaml");
  writeFileSync(coordinatorFile, coordinatorYaml(layout, folder));
  const coordinator = {
    name: "coordinator",
    args: [join(REPOSITORY, "packages/coordinator/src/main.ts"), "--config", coordinatorFile],
    restartAfterMs: 1_000,
  };
  const services = layout.members.map(({ service, port }) => ({
    name: service,
    args: [join(EXAMPLE, "kv.ts"), "--port", String(port), "--data", join(folder, service, "data")],
    restartAfterMs: 5_000,
  }));
  const nodes = layout.members.map((member) => {
    const file = join(folder, `${member.node}.yaml`);
    writeFileSync(file, nodeYaml(layout, member, folder));
    return {
      name: member.node,
      args: [join(REPOSITORY, "packages/node/src/main.ts"), "--config", file],
      restartAfterMs: 5_000,
    };
  });
  return [coordinator, ...services, ...nodes];
}

function coordinatorYaml(layout: Layout, folder: string): string {
  return `cluster: demo
id: c1
listen: { host: ${HOST}, port: ${layout.coordinatorPort} }
advertise: ws://${HOST}:${layout.coordinatorPort}
store: { embedded: { path: ${JSON.stringify(join(folder, "coordinator.db"))} } }
heartbeat: { interval: 250ms }
lease: { duration: 2s, drift: 0.01 }
groups:
  kv:
    mode: active-passive
    capacity: { required: 1 }
    replication: { mode: async, maxLag: 1MiB }
    failover: { automatic: true, cooldown: 5s, failback: false }
`;
}

function nodeYaml(layout: Layout, member: DemoMember, folder: string): string {
  const hook = (name: string): string =>
    JSON.stringify([join(EXAMPLE, "phi-kv"), name, HOST, String(member.port)]);
  return `node: ${member.node}
coordinators: [ws://${HOST}:${layout.coordinatorPort}]
listen: { host: ${HOST}, port: ${member.listen} }
data: ${JSON.stringify(join(folder, member.node, "data"))}
services:
  - group: kv
    address: ${HOST}:${member.gate}
    capacity: 1
    priority: 100
    checks:
      - name: accepts
        tcp: ${HOST}:${member.port}
        interval: 500ms
        timeout: 400ms
        healthyThreshold: 1
        unhealthyThreshold: 3
        fastInterval: 25ms
    hooks:
      promote: { command: ${hook("promote")}, timeout: 5s }
      demote: { command: ${hook("demote")}, timeout: 5s }
      follow: { command: ${hook("follow")}, timeout: 10s }
      status: { command: ${hook("status")}, interval: 500ms, timeout: 400ms }
    gate: { listen: "${HOST}:${member.gate}", forward: "${HOST}:${member.port}", standby: forward }
`;
}

/** A port that is free now and not taken, and so is the one that lies `above` it. */
async function freePort(taken: Set<number>, above = 0): Promise<number> {
  for (;;) {
    const port = await held(0);
    if (port === undefined || taken.has(port) || taken.has(port + above) || port + above > 65_535) continue;
    if ((await held(port + above)) === undefined) continue;
    taken.add(port).add(port + above);
    return port;
  }
}

/** Takes a port for a moment; undefined where somebody has it. */
async function held(port: number): Promise<number | undefined> {
  const server = createServer();
  try {
    server.listen(port, HOST);
    await once(server, "listening");
    return (server.address() as AddressInfo).port;
  } catch {
    return undefined;
  } finally {
    server.close();
  }
}
