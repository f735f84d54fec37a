import { type Reply, ReplyError, RespClient, wordsOf } from "./resp.ts";
import { CONNECT_TIMEOUT_MS, type OpenSession, inTime } from "./session.ts";
import { EPOCH_KEY, LIST } from "./write.ts";

/** Values go to the end of a list, and the answer brings the epoch that `phi-redis promote` wrote. */
export const openRedis: OpenSession = async (gate, { patienceMs }) => {
  const client = await RespClient.open(gate.host, gate.port, CONNECT_TIMEOUT_MS);
  const server = serverOf(await inTime(client.ask("CLIENT", "INFO"), patienceMs));
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

function serverOf(reply: Reply): string {
  return /laddr=(\S+)/.exec(wordsOf(reply))?.[1] ?? "unknown";
}
