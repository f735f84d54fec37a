/** PostgreSQL 15 with streaming replication, as `examples/postgresql` sets it up for each mode. */
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Client } from "pg";
import { EXAMPLES } from "../paths.ts";
import { unhurried } from "../postgres-pace.ts";
import { LIST } from "../write.ts";
import type { HostFile, Kit, Place } from "./kit.ts";

type Mode = "async" | "sync" | "quorum";

const PORT = 5432;
const BIN = "/usr/lib/postgresql/15/bin";
const HOME = "/var/lib/postgresql/15";
const ETC = "/etc/postgresql/15/main";

/** What the example's README has for coordinator.yaml, and how many words it adds to hooks and configuration. */
const modes = {
  async: { replication: "{ mode: async, maxLag: 16MiB }", hook: "", conf: "" },
  sync: { replication: "{ mode: sync }", hook: ", --sync", conf: "" },
  quorum: {
    replication: "{ mode: quorum, writeQuorum: 2 }",
    hook: "",
    conf: `synchronous_standby_names = 'ANY 1 ("postgresql-1", "postgresql-2", "postgresql-3")'\n`,
  },
} as const;

export function postgresqlKit(mode: Mode): Kit {
  return {
    name: `postgresql-${mode}`,
    title: `PostgreSQL ${mode}`,
    group: "postgresql",
    version: () => execFileSync(`${BIN}/postgres`, ["--version"], { encoding: "utf8" }).trim(),
    packages: ["postgresql-15", "postgresql-client-15"],
    dataFolder: HOME,
    keepsEverything: mode !== "async",
    onlyTheFurthest: mode === "quorum",
    processes: /^(?:\/usr\/lib\/postgresql\/15\/bin\/)?postgres[: ]/,
    language: "postgresql",
    gatePort: 6432,
    coordinatorYaml: () =>
      example("coordinator.yaml").replace("{ mode: async, maxLag: 16MiB }", modes[mode].replication),
    files: (place) => files(place, mode),
    clear: async (active) => {
      await ask(active, `DROP TABLE IF EXISTS "${LIST}"; CREATE TABLE "${LIST}" (value bigint)`);
    },
    follows: async (standby, active) => {
      const [sender] = await ask(
        standby,
        "SELECT sender_host FROM pg_stat_wal_receiver WHERE status = 'streaming'",
      );
      return sender === active.address;
    },
    surviving: async (active) => (await ask(active, `SELECT value FROM "${LIST}"`)).map(Number),
  };
}

function files({ name }: Place, mode: Mode): readonly HostFile[] {
  const nodeYaml = unhurried(example("node.yaml"))
    .replace("node: postgresql-1", `node: ${name}`)
    .replaceAll(
      /\/etc\/phi\/phi-postgresql, (\w+)/g,
      `/etc/phi/phi-postgresql, $1, --upstream, user=postgres${modes[mode].hook}`,
    );
  return [
    { path: "/etc/phi/node.yaml", text: nodeYaml },
    { path: "/etc/phi/phi-postgresql", text: example("phi-postgresql"), mode: 0o755 },
    { path: `${ETC}/postgresql.conf`, text: POSTGRESQL_CONF },
    { path: `${ETC}/conf.d/phi.conf`, text: example("postgresql.conf") + modes[mode].conf },
    { path: `${ETC}/pg_hba.conf`, text: OPEN_DOOR },
    { path: "/etc/phi-host/units/10-postgresql", text: UNIT, mode: 0o755 },
  ];
}

/** As much of Debian's own file as the example relies on. */
const POSTGRESQL_CONF = `data_directory = '${HOME}/main'
hba_file = '${ETC}/pg_hba.conf'
unix_socket_directories = '/var/run/postgresql'
shared_buffers = 16MB
include_dir = 'conf.d'
`;

/** Passwords are not what is tested here. */
const OPEN_DOOR = `local all all trust
host all all 127.0.0.1/32 trust
host all all 10.0.0.0/24 trust
host replication all 10.0.0.0/24 trust
`;

/** Each host begins with an empty database of its own; the first that is told to follow copies that of the active. */
const UNIT = `#!/bin/bash
as_postgres() { setpriv --reuid=postgres --regid=postgres --init-groups "$@"; }
mkdir -p /var/run/postgresql && chown postgres:postgres /var/run/postgresql ${HOME}
cd ${HOME} || exit 1
if [ ! -e main ] && [ ! -e main.copy ] && [ ! -e main.old ]; then
  as_postgres ${BIN}/initdb --auth=trust --no-sync --no-instructions -U postgres -D main >>/var/log/initdb.log 2>&1 || exit 1
fi
/etc/phi/phi-postgresql lock || exit 1
as_postgres ${BIN}/pg_ctl start -s -W -D ${HOME}/main -l ${HOME}/main.log -o "-c config_file=${ETC}/postgresql.conf"
`;

function example(file: string): string {
  return readFileSync(join(EXAMPLES, "postgresql", file), "utf8");
}

/** Asks past the gate; gives the first column of the last answer. */
async function ask({ address }: Place, sql: string): Promise<string[]> {
  const client = new Client({
    host: address,
    port: PORT,
    user: "postgres",
    database: "postgres",
    connectionTimeoutMillis: 2_000,
    query_timeout: 10_000,
  });
  client.on("error", () => {}); // The query fails with it.
  try {
    await client.connect();
    const results = [await client.query<unknown[]>({ text: sql, rowMode: "array" })].flat();
    return (results.at(-1)?.rows ?? []).map(([first]) => String(first));
  } finally {
    await client.end().catch(() => {});
  }
}
