/** The harness itself, on real Redis servers without Phidelity: what it must find, it finds. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { judge } from "../src/checker.ts";
import { Folder } from "../src/folder.ts";
import { freePort } from "../src/ports.ts";
import { Redis, redisIsHere } from "../src/redis.ts";
import { EPOCH_KEY } from "../src/write.ts";
import { Writers } from "../src/writers.ts";

const ADDRESSES = ["127.0.0.11", "127.0.0.12"];

describe.skipIf(!redisIsHere())("writers and checker", () => {
  let folder: Folder;
  let servers: readonly Redis[] = [];
  const [a, b] = [(): Redis => at(0), (): Redis => at(1)];

  beforeAll(async () => {
    folder = new Folder("writers");
    const port = await freePort(ADDRESSES);
    servers = ADDRESSES.map((address) => new Redis(address, port, `${folder.path}/${address}`));
    await Promise.all(servers.map((redis) => redis.start()));
  });
  afterAll(() => folder.remove());

  function at(index: number): Redis {
    const redis = servers[index];
    if (redis === undefined) throw new Error("two servers");
    return redis;
  }

  const promote = (redis: Redis, epoch: number): Promise<string> =>
    redis.hook("promote", { PHI_EPOCH: String(epoch) }, ["--epoch-key", EPOCH_KEY]);
  const follow = (redis: Redis, active: Redis): Promise<string> =>
    redis.hook("follow", { PHI_ACTIVE_ADDRESS: `${active.address}:1` });
  const writers = (): Writers =>
    new Writers(
      servers.map(({ address, port }) => ({ name: address, host: address, port })),
      folder.path,
    );

  test("a change of primary by hand, with demote first, is clean", async () => {
    await promote(a(), 1);
    await follow(b(), a());
    const writing = writers();
    await writing.acknowledged("the first reign", 5_000, ({ epoch }) => epoch === 1);
    await a().hook("demote");
    await promote(b(), 2);
    await writing.acknowledged("the second reign", 5_000, ({ epoch }) => epoch === 2);
    const writes = await writing.stop();
    const verdict = judge(writes, await b().values());
    expect(verdict).toMatchObject({ overlaps: [], lost: [], phantoms: [] });
    expect(verdict.reigns.map(({ servers: [server] }) => server?.split(":")[0])).toEqual(ADDRESSES);
    expect(writes.some(({ outcome, reason }) => outcome === "refused" && reason.includes("READONLY"))).toBe(
      true,
    );
  });

  test("two primaries at once are an overlap, and what one of them took is lost", async () => {
    await Promise.all([a(), b()].map((redis) => redis.forgetValues().catch(() => {})));
    await promote(a(), 3);
    const writing = writers();
    await writing.acknowledged("the first reign", 5_000, ({ epoch }) => epoch === 3);
    await promote(b(), 4);
    const second = await writing.acknowledged("the second reign", 5_000, ({ epoch }) => epoch === 4);
    await writing.acknowledged("both", 5_000, ({ epoch, sentAt }) => epoch === 3 && sentAt > second.endedAt);
    const verdict = judge(await writing.stop(), await b().values());
    expect(verdict.overlaps.join("\n")).toMatch(
      /epoch 3 on .*127.0.0.11.* went on .* ms into epoch 4 on 127.0.0.12/,
    );
    expect(verdict.lost.length).toBeGreaterThan(0);
  });
});
