/** What a switchover takes of Redis itself: the same steps over open connections, without Phidelity or its gate. */
import { Folder } from "../src/folder.ts";
import { silenceMs } from "../src/ordeal.ts";
import { freePort } from "../src/ports.ts";
import { Redis } from "../src/redis.ts";
import { until } from "../src/until.ts";
import { EPOCH_KEY } from "../src/write.ts";
import { Writers } from "../src/writers.ts";

const ADDRESSES = ["127.0.0.21", "127.0.0.22"] as const;

/** The times in ms without an acknowledged write, of so many changes of primary by hand. */
export async function redisAlone(runs: number): Promise<readonly number[]> {
  const folder = new Folder("redis-alone");
  try {
    const port = await freePort(ADDRESSES);
    const [one, two] = ADDRESSES.map((address) => new Redis(address, port, `${folder.path}/${address}`));
    if (one === undefined || two === undefined) throw new Error("two servers");
    await Promise.all([one.start(), two.start()]);
    const times: number[] = [];
    for (let run = 0; run < runs; run += 1) {
      const [from, to] = run % 2 === 0 ? [one, two] : [two, one];
      times.push(await changeByHand(from, to, 2 * run + 1, folder.path));
    }
    return times;
  } finally {
    await folder.remove();
  }
}

async function changeByHand(from: Redis, to: Redis, epoch: number, folder: string): Promise<number> {
  await from.hook("promote", { PHI_EPOCH: String(epoch) }, ["--epoch-key", EPOCH_KEY]);
  await to.hook("follow", { PHI_ACTIVE_ADDRESS: `${from.address}:${from.port}` });
  const gates = [from, to].map(({ address, port }) => ({ name: address, host: address, port }));
  const writers = new Writers(gates, folder);
  await writers.acknowledged("writes before", 10_000, ({ value }) => value > 50);
  await from.ask("CONFIG", "SET", "min-replicas-to-write", "1000");
  await from.ask("CLIENT", "KILL", "TYPE", "normal");
  const stop = Number((await from.replication())["master_repl_offset"]);
  await until("the replica has everything", 5_000, async () => {
    return Number((await to.replication())["slave_repl_offset"]) >= stop;
  });
  await to.ask("REPLICAOF", "NO", "ONE");
  await to.ask("CONFIG", "SET", "min-replicas-to-write", "0");
  await to.ask("SET", EPOCH_KEY, String(epoch + 1));
  await writers.acknowledged("writes afterwards", 10_000, ({ epoch: its }) => its > epoch);
  const writes = await writers.stop();
  to.close();
  from.close();
  return silenceMs(writes, `${to.address}:${to.port}`);
}
