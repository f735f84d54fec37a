/** Redis with asynchronous replicas, as `examples/redis` sets it up. */
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { EXAMPLES } from "../paths.ts";
import { RespClient, type Reply, wordsOf } from "../resp.ts";
import { EPOCH_KEY, LIST } from "../write.ts";
import type { HostFile, Kit, Place } from "./kit.ts";

const PORT = 6379;
const START = "redis-server /etc/redis/redis.conf --daemonize yes --logfile /var/log/redis.log";

export const redisKit: Kit = {
  name: "redis",
  title: "Redis async",
  group: "redis",
  version: () =>
    execFileSync("redis-server", ["--version"], { encoding: "utf8" }).split(" ").slice(0, 3).join(" "),
  packages: ["redis-server", "redis-tools"],
  dataFolder: "/var/lib/redis",
  keepsEverything: false,
  onlyTheFurthest: false,
  processes: /^redis-server /,
  language: "redis",
  gatePort: 6380,
  coordinatorYaml: () => example("coordinator.yaml"),
  files,
  clear: async (active) => void (await ask(active, "DEL", LIST)),
  follows: async (standby, active) => {
    const info = wordsOf(await ask(standby, "INFO", "replication"));
    return info.includes(`master_host:${active.address}\r`) && info.includes("master_link_status:up");
  },
  surviving: async (active) => {
    const values = await ask(active, "LRANGE", LIST, "0", "-1");
    return Array.isArray(values) ? values.map(Number) : [];
  },
};

function files({ name }: Place): readonly HostFile[] {
  const nodeYaml = example("node.yaml")
    .replace("node: redis-1", `node: ${name}`)
    .replace("/etc/phi/phi-redis, promote]", `/etc/phi/phi-redis, promote, --epoch-key, "${EPOCH_KEY}"]`);
  return [
    { path: "/etc/phi/node.yaml", text: nodeYaml },
    { path: "/etc/phi/phi-redis", text: example("phi-redis"), mode: 0o755 },
    { path: "/etc/redis/redis.conf", text: example("redis.conf") },
    { path: "/etc/phi-host/units/10-redis-server", text: `#!/bin/bash\nexec ${START}\n`, mode: 0o755 },
  ];
}

function example(file: string): string {
  return readFileSync(join(EXAMPLES, "redis", file), "utf8");
}

/** Asks past the gate. */
async function ask({ address }: Place, ...command: readonly string[]): Promise<Reply> {
  const client = await RespClient.open(address, PORT, 1_000);
  try {
    return await client.ask(...command);
  } finally {
    client.close();
  }
}
