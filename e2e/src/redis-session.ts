import { type Reply, ReplyError, RespClient, wordsOf } from "./resp.ts";
import { CONNECT_TIMEOUT_MS, type OpenSession, inTime } from "./session.ts";
import { EPOCH_KEY, LIST } from "./write.ts";

/** Values go to the end of a list, and the answer brings the epoch that `phi-redis promote` wrote. */
export const openRedis: OpenSession = async (gate, { patienceMs }) => {
  const client = await RespClient.open(gate.host, gate.port, CONNECT_TIMEOUT_MS);
  const about = client.all(["CLIENT", "INFO"], ["CONFIG", "GET", "bind"]);
  const server = serverOf(await inTime(about, patienceMs));
  return {
    server,
    write: async (value) => {
      const [pushed = null, epoch = null] = await client.all(
        ["RPUSH", LIST, String(value)],
        ["GET", EPOCH_KEY],
      );
      return pushed instanceof ReplyError
        ? { outcome: "refused", epoch: Number(epoch), reason: pushed.text }
        : { outcome: "acknowledged", epoch: Number(epoch) };
    },
    close: () => client.close(),
  };
};

/** Where it listens. What the gate reaches may be the loopback address, which is the same one on every host. */
function serverOf([info = null, bind = null]: readonly Reply[]): string {
  const [, host = "unknown", port = ""] = /laddr=(\S+):(\d+)/.exec(wordsOf(info)) ?? [];
  const bound = Array.isArray(bind) ? String(bind[1]).split(" ")[0] : undefined;
  return `${host === "127.0.0.1" ? (bound ?? host) : host}:${port}`;
}
