import type { Recipe } from "./database.ts";
import { unhurried } from "./postgres-pace.ts";
import { PHI_POSTGRESQL, Postgres, databaseRoot } from "./postgres.ts";

export type ReplicationMode = "async" | "sync" | "quorum";

/** A PostgreSQL primary with two standbys, as `examples/postgresql` has it for each mode of replication. */
export function postgresql(mode: ReplicationMode): Recipe<Postgres> {
  return {
    group: "postgresql",
    language: "postgresql",
    ports: { database: 5432, gate: 6432 },
    root: databaseRoot(),
    make: async (sites) => {
      const more = mode === "quorum" ? QUORUM : "";
      const servers = sites.map((site) => new Postgres(site, more));
      const [first, ...others] = servers;
      await first?.create();
      for (const other of others) if (first !== undefined) await other.copyOf(first);
      return servers;
    },
    adaptNode: (yaml, { address, port, hookOptions }) =>
      unhurried(yaml)
        .replaceAll("127.0.0.1:5432", `${address}:${port}`)
        .replace('-h, 127.0.0.1, -p, "5432"', `-h, ${address}, -p, "${port}"`)
        .replaceAll(/\/etc\/phi\/phi-postgresql, (\w+)/g, (_, action: string) =>
          [PHI_POSTGRESQL, action, ...hookOptions, ...(mode === "sync" ? ["--sync"] : [])]
            .map((word) => JSON.stringify(word))
            .join(", "),
        ),
    adaptCoordinator: (yaml) => yaml.replace("{ mode: async, maxLag: 16MiB }", groups[mode]),
  };
}

/** What the README has for postgresql.conf. */
const QUORUM = `synchronous_standby_names = 'ANY 1 ("postgresql-1", "postgresql-2", "postgresql-3")'`;

/** What the README has for coordinator.yaml. */
const groups = {
  async: "{ mode: async, maxLag: 16MiB }",
  sync: "{ mode: sync }",
  quorum: "{ mode: quorum, writeQuorum: 2 }",
} as const;
