/** The HAProxy recipe: the real HAProxy with the example's configuration before a cluster of Redis. */
import { connect } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { Cluster, type Host } from "../src/cluster.ts";
import { BACKENDS, type Backend, Haproxy, haproxyIsHere } from "../src/haproxy.ts";
import { redis } from "../src/redis-recipe.ts";
import { type Redis, redisIsHere } from "../src/redis.ts";
import { RespClient, wordsOf } from "../src/resp.ts";
import { clockMs, until } from "../src/until.ts";

/** Long enough to be renewed on a machine that does much else. */
const LEASE = "8s";
/** The lease, its hooks, and a machine that does much else. */
const TAKEN_OVER_MS = 60_000;
const BEGUN_MS = 120_000;
const TEST_MS = 240_000;

const ASK_EVERY_MS = 50;

interface Answer {
  readonly node: string;
  readonly askedAt: number;
  readonly answeredAt: number;
}

/** Asks the agent checks of all members over and over, and keeps each `up`. */
class AgentWatch {
  readonly ups: Answer[] = [];
  readonly #hosts: readonly Host<Redis>[];
  readonly #ends = new AbortController();
  readonly #watching: Promise<unknown>;

  constructor(hosts: readonly Host<Redis>[]) {
    this.#hosts = hosts;
    this.#watching = Promise.all(this.#hosts.map((host) => this.#watch(host)));
  }

  async stop(): Promise<void> {
    this.#ends.abort();
    await this.#watching;
  }

  async #watch(host: Host<Redis>): Promise<void> {
    while (!this.#ends.signal.aborted) {
      const askedAt = clockMs();
      const answer = await ask(host);
      if (answer === "up\n") this.ups.push({ node: host.name, askedAt, answeredAt: clockMs() });
      await sleep(ASK_EVERY_MS);
    }
  }
}

/** What the agent check of a host says; "" where nobody answers in a second. */
async function ask({ address, agentPort }: Host<Redis>): Promise<string> {
  const socket = connect({ host: address, port: agentPort });
  let answer = "";
  socket.setTimeout(1_000, () => socket.destroy());
  socket.on("data", (bytes: Buffer) => (answer += bytes.toString()));
  socket.on("error", () => {}); // "close" always follows.
  await new Promise((resolve) => socket.once("close", resolve));
  return answer;
}

describe.skipIf(!redisIsHere() || !haproxyIsHere())("Redis behind HAProxy", { timeout: TEST_MS }, () => {
  let cluster: Cluster<Redis>;
  let haproxy: Haproxy;

  beforeAll(async () => {
    cluster = await Cluster.start("haproxy", redis, { lease: LEASE });
    haproxy = await Haproxy.start(cluster);
  }, BEGUN_MS);
  afterEach(async ({ task }) => {
    if (task.result?.state === "fail") console.error(haproxy.log, await cluster.diagnosis());
  });
  afterAll(() => cluster?.stop());

  /** One write through HAProxy on a connection of its own: the server that took it. */
  async function write(backend: Backend, value: string): Promise<string> {
    const { host, port } = haproxy.entrance(backend);
    const client = await RespClient.open(host, port, 2_000);
    try {
      await client.ask("SET", `by:${backend}`, value);
      return wordsOf(await client.ask("CLIENT", "INFO"));
    } finally {
      client.close();
    }
  }

  const writtenTo = (host: Host<Redis>, backend: Backend, value: string): Promise<boolean> =>
    until(`a write by ${backend} reaches ${host.name}`, TAKEN_OVER_MS, async () =>
      (await write(backend, value)).includes(`laddr=${host.database.address}:`),
    );

  const aloneUp = (host: Host<Redis>, backend: Backend): Promise<boolean> =>
    until(`${backend} has ${host.name} up, and nobody else`, TAKEN_OVER_MS, async () => {
      const up = await haproxy.up(backend);
      if (up.join() !== host.name) throw new Error(`up: ${up.join()}`);
      return true;
    });

  async function servesAlone(host: Host<Redis>, value: string): Promise<void> {
    for (const backend of BACKENDS) {
      await aloneUp(host, backend);
      await writtenTo(host, backend, value);
      expect(await host.database.ask("GET", `by:${backend}`)).toBe(value);
    }
  }

  /** The member that is active once the old one is not. */
  async function takenOverFrom(old: Host<Redis>): Promise<Host<Redis>> {
    return until("another is active", TAKEN_OVER_MS, async () => {
      const active = await cluster.active();
      return active !== old && active;
    });
  }

  test("the active is killed: writes go through again, and no two agents ever said up at once", async () => {
    const old = await cluster.settled(TAKEN_OVER_MS);
    await servesAlone(old, "before");
    const watch = new AgentWatch(cluster.hosts);
    old.database.signal("SIGKILL");
    await old.daemon.signal("SIGKILL");
    const active = await takenOverFrom(old);
    await servesAlone(active, "after");
    await watch.stop();
    expect(handovers(watch.ups)).toEqual([active.name]);
    old.daemon.start();
    await cluster.settled(TAKEN_OVER_MS);
  });

  test("the active is frozen: it is replaced, and when it goes on its agent says down", async () => {
    const old = await cluster.settled(TAKEN_OVER_MS);
    await servesAlone(old, "before the frost");
    await old.daemon.signal("SIGSTOP");
    const watch = new AgentWatch(cluster.hosts);
    const active = await takenOverFrom(old);
    await servesAlone(active, "after the frost");
    await old.daemon.signal("SIGCONT");
    await until("the old one answers", TAKEN_OVER_MS, async () => (await ask(old)) === "down\n");
    await cluster.settled(TAKEN_OVER_MS);
    await watch.stop();
    expect(handovers(watch.ups)).toEqual([active.name]);
    await servesAlone(active, "later");
  });

  test("a planned switchover: HAProxy follows, and a connection through it to the old active is ended", async () => {
    const old = await cluster.settled(TAKEN_OVER_MS);
    const { host, port } = haproxy.entrance("redis");
    const open = await RespClient.open(host, port, 2_000);
    await open.ask("PING");
    const { status, text } = await cluster.api.order(`/v1/groups/${redis.group}/switchover`, {});
    expect(status, text).toBe(200);
    await until("the open connection is ended", TAKEN_OVER_MS, () => !open.open);
    await servesAlone(await takenOverFrom(old), "after the switchover");
  });
});

/**
 * The members in the order in which their agents said up, without the first. It throws where two said so at once: where
 * one was asked after another had answered, and yet had the word before and after.
 */
function handovers(ups: readonly Answer[]): readonly string[] {
  const nodes = [
    ...new Set([...ups].sort((one, other) => one.askedAt - other.askedAt).map(({ node }) => node)),
  ];
  const spans = nodes.map((node) => {
    const its = ups.filter((one) => one.node === node);
    return {
      node,
      from: Math.min(...its.map((one) => one.answeredAt)),
      to: Math.max(...its.map((one) => one.askedAt)),
    };
  });
  spans.slice(1).forEach(({ node, from }, index) => {
    const before = spans[index];
    if (before !== undefined && before.to >= from)
      throw new Error(`${before.node} and ${node} were up at once`);
  });
  return nodes.length > 1 ? nodes.slice(1) : nodes;
}
