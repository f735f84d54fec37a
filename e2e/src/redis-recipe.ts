import { join } from "node:path";
import type { Recipe } from "./database.ts";
import { PHI_REDIS, Redis } from "./redis.ts";
import { EPOCH_KEY } from "./write.ts";

/** A Redis primary with two replicas, as `examples/redis` has it. */
export const redis: Recipe<Redis> = {
  group: "redis",
  language: "redis",
  ports: { database: 6379, gate: 6380 },
  make: async (sites) =>
    sites.map(({ address, port, home }) => new Redis(address, port, join(home, "redis"))),
  adaptNode: (yaml, { address, port, startCommand }) => {
    const hook = (action: string): string => `${PHI_REDIS}, ${action}, --host, ${address}, --port, "${port}"`;
    return yaml
      .replaceAll("127.0.0.1:6379", `${address}:${port}`)
      .replace("/etc/phi/phi-redis, promote", `${hook("promote")}, --epoch-key, "${EPOCH_KEY}"`)
      .replaceAll(/\/etc\/phi\/phi-redis, (\w+)/g, (_, action: string) => hook(action))
      .replace("systemctl, start, redis-server", startCommand.join(", "));
  },
  adaptCoordinator: (yaml) => yaml,
};
