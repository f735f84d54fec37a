import { Client, DatabaseError } from "pg";
import { CONNECT_TIMEOUT_MS, type OpenSession, inTime } from "./session.ts";
import { LIST } from "./write.ts";

/** "cannot execute INSERT in a read-only transaction": the one answer after which nothing can have been written. */
const READ_ONLY = "25006";

/** Values are rows, and each answer brings the epoch at which `phi-postgresql promote` made this server the primary. */
export const openPostgres: OpenSession = async (gate, { patienceMs }) => {
  const client = new Client({
    host: gate.host,
    port: gate.port,
    user: "postgres",
    database: "postgres",
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
  });
  client.on("error", () => {}); // The write that was under way fails with it.
  try {
    await client.connect();
    const { rows } = await inTime(client.query<{ server: string }>(SERVER), patienceMs);
    return { server: rows[0]?.server ?? "unknown", write: (value) => writeTo(client, value), close };
  } catch (error) {
    close();
    throw error;
  }

  function close(): void {
    void client.end().catch(() => {});
  }
};

/** Where it listens first. What the gate reaches may be the loopback address, which is the same one on every host. */
const SERVER = `
  SELECT CASE WHEN host(inet_server_addr()) = '127.0.0.1' THEN split_part(current_setting('listen_addresses'), ',', 1)
              ELSE host(inet_server_addr()) END || ':' || inet_server_port() AS server`;

async function writeTo(client: Client, value: number): ReturnType<Awaited<ReturnType<OpenSession>>["write"]> {
  try {
    const { rows } = await client.query<{ epoch: string }>({
      name: "write",
      text: `INSERT INTO "${LIST}" VALUES ($1) RETURNING current_setting('phi.epoch') AS epoch`,
      values: [value],
    });
    return { outcome: "acknowledged", epoch: Number(rows[0]?.epoch) };
  } catch (error) {
    if (!(error instanceof DatabaseError) || error.code !== READ_ONLY) throw error;
    return { outcome: "refused", epoch: 0, reason: error.message };
  }
}
