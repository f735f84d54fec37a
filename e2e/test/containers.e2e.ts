/** Hosts in containers: each fault does what it says, and Redis on such hosts comes through what hosts can suffer. */
import { execFileSync } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { ContainerCluster, DAEMON } from "../src/containers/container-cluster.ts";
import type { ContainerHost } from "../src/containers/container-host.ts";
import { engineIsHere } from "../src/containers/engine.ts";
import { Trial } from "../src/containers/trial.ts";
import { cpuLimited } from "../src/faults/cpu.ts";
import { diskFull, diskSlow } from "../src/faults/disk.ts";
import { Faults } from "../src/faults/faults.ts";
import { hostCut, linkCut, linkCutOneWay } from "../src/faults/network.ts";
import { frozen, hostFrozen, hostOff, killed } from "../src/faults/processes.ts";
import { bandwidthLimited, packetsDelayed, packetsLost } from "../src/faults/traffic.ts";
import { clockStepped, steppable } from "../src/faults/wall-clock.ts";
import { redisKit } from "../src/kits/redis-kit.ts";
import { clockMs } from "../src/until.ts";

/** Only a hang counts here: figures are the benchmark's, on a machine of its own. */
const HANG_MS = 60_000;
const LEASE_MS = 2_000;

describe.skipIf(!engineIsHere())("three hosts with Redis, each a container", () => {
  let cluster: ContainerCluster;
  let trial: Trial | undefined;
  const faults = new Faults();

  beforeAll(async () => {
    cluster = await ContainerCluster.start(redisKit, "containers");
  }, 240_000);
  afterEach(async ({ task }) => {
    if (task.result?.state === "fail") console.error(await cluster.diagnosis());
    await faults.undo();
    await trial?.stop();
    trial = undefined;
  });
  afterAll(async () => cluster?.stop());

  /** What a test strikes that strikes no active. */
  async function standby(): Promise<ContainerHost> {
    const active = await cluster.settled(HANG_MS);
    const other = cluster.hosts.find((host) => host !== active);
    if (other === undefined) throw new Error("there is no other host");
    return other;
  }

  describe("each fault does what it says, and is undone", () => {
    test("a third of the packets is lost", async () => {
      const host = await standby();
      await faults.begin(packetsLost(host, 0.3));
      const { lostPercent } = pinged(host, 400);
      expect(lostPercent).toBeGreaterThan(20);
      expect(lostPercent).toBeLessThan(40);
      await faults.undo();
      expect(pinged(host, 50).lostPercent).toBe(0);
    });

    test("packets are delayed, each by another time", async () => {
      const host = await standby();
      const before = pinged(host, 20);
      await faults.begin(packetsDelayed(host, 80, 20));
      const { minMs, maxMs, lostPercent } = pinged(host, 60);
      expect(lostPercent).toBe(0);
      expect(minMs).toBeGreaterThan(59);
      expect(maxMs - minMs).toBeGreaterThan(10);
      await faults.undo();
      expect(before.minMs).toBeLessThan(40);
      expect(pinged(host, 20).minMs).toBeLessThan(40);
    });

    test("with little bandwidth packets wait for one another", async () => {
      const host = await standby();
      await faults.begin(bandwidthLimited(host, 128_000));
      // One answer of 1,400 bytes takes 90 ms of the line, and there is one every 20 ms.
      expect(pinged(host, 20, 1_400).maxMs).toBeGreaterThan(100);
      await faults.undo();
      expect(pinged(host, 20, 1_400).minMs).toBeLessThan(40);
    });

    test("a full disk takes nothing more", async () => {
      const host = await standby();
      await faults.begin(diskFull(host));
      await expect(
        host.run("dd", "if=/dev/zero", "of=/var/lib/redis/more", "bs=64k", "count=4"),
      ).rejects.toThrow(/No space left/);
      await faults.undo();
      await host.run("dd", "if=/dev/zero", "of=/var/lib/redis/more", "bs=64k", "count=4");
      await host.run("rm", "/var/lib/redis/more");
    });

    test("a slow disk makes durable no more than it may", async () => {
      const host = await standby();
      const megabyte = ["dd", "if=/dev/zero", "of=/var/lib/redis/more", "bs=64k", "count=16", "oflag=dsync"];
      await faults.begin(diskSlow(host, 500_000));
      const beginAt = clockMs();
      await host.run(...megabyte);
      expect(clockMs() - beginAt).toBeGreaterThan(1_500);
      await host.run("rm", "/var/lib/redis/more");
    });

    test("a host with a tenth of a processor computes for a tenth of the time", async () => {
      const host = await standby();
      await faults.begin(cpuLimited(host, 0.1));
      const count = "end=$((SECONDS + 2)); while [ $SECONDS -lt $end ]; do :; done; times";
      const words = await host.run("bash", "-c", count);
      const [user = 0, system = 0] = [...words.matchAll(/0m([\d.]+)s/g)].map((match) => Number(match[1]));
      expect(user + system).toBeLessThan(0.6);
    });

    test("the wall clock of the daemon's host is put forward and back, and the monotonic one is not", async () => {
      const host = await standby();
      const settings = Object.entries(steppable()).map(([name, value]) => `${name}=${value}`);
      const clocks = async (): Promise<{ readonly wall: number; readonly monotonic: number }> => {
        const script =
          "console.log(JSON.stringify({ wall: Date.now(), monotonic: Number(process.hrtime.bigint() / 1000000n) }))";
        return JSON.parse(await host.run("env", ...settings, "node", "-e", script)) as {
          wall: number;
          monotonic: number;
        };
      };
      await host.run("bash", "-c", "echo +0 > /run/wall-clock");
      for (const hours of [1, -1]) {
        const before = await clocks();
        await faults.begin(clockStepped(host, hours * 3_600));
        const after = await clocks();
        expect((after.wall - before.wall) / 3_600_000).toBeCloseTo(hours, 1);
        expect(after.monotonic - before.monotonic).toBeLessThan(60_000);
        await faults.undo();
      }
    });

    test("a cut drops what it names, and open connections are not told", async () => {
      const [one, other] = cluster.hosts;
      if (one === undefined || other === undefined) throw new Error("two hosts");
      const hears = (from: ContainerHost, to: ContainerHost): boolean => pingedFrom(from, to).received > 0;
      await faults.begin(linkCut(one, other));
      expect([hears(one, other), hears(other, one), hears(one, cluster.coordinator)]).toEqual([
        false,
        false,
        true,
      ]);
      await faults.undo();
      await faults.begin(linkCutOneWay(one, other));
      expect([hears(one, other), pinged(other, 3).received]).toEqual([false, 3]);
      await faults.undo();
      await faults.begin(hostCut(one, "in"));
      expect([pinged(one, 3).received, hears(one, other)]).toEqual([0, false]);
      await faults.undo();
      expect([hears(one, other), hears(other, one)]).toEqual([true, true]);
    });
  });

  const strikes: Readonly<Record<string, (active: ContainerHost) => Promise<void>>> = {
    "the active's whole container is killed, and booted later": (active) => faults.begin(hostOff(active)),
    "the active's whole container is frozen, and thaws later": (active) => faults.begin(hostFrozen(active)),
    "the active's host is cut off, with clients on its side that go on writing": (active) =>
      faults.begin(hostCut(active)),
    "nothing gets out of the active's host any more": (active) => faults.begin(hostCut(active, "out")),
    "daemon and database are killed": (active) => faults.begin(killed(active, redisKit.processes, DAEMON)),
  };

  test.each(Object.entries(strikes))(
    "%s: one other takes over, and never two are active",
    async (_, strike) => {
      trial = await Trial.begin(cluster, HANG_MS);
      const { old } = trial;
      await trial.strike(() => strike(old));
      await trial.moved(HANG_MS);
      await faults.undo();
      const { active, verdict } = await trial.end(HANG_MS);
      expect(active).not.toBe(old);
      expect(verdict).toMatchObject({ overlaps: [], phantoms: [] });
      expect(verdict.reigns.length).toBeGreaterThanOrEqual(2);
    },
  );

  // Longer freezes are the benchmark's (`bench pauses`): here the machine's own pauses come on top.
  test("what moves nothing: a cut link to the coordinator, and a freeze of a quarter of the lease", async () => {
    trial = await Trial.begin(cluster, HANG_MS);
    const { old, epoch } = trial;
    await trial.strike(() => faults.begin(linkCut(old, cluster.coordinator)));
    await trial.watched(2 * LEASE_MS);
    await faults.undo();
    await cluster.settled(HANG_MS);
    await faults.begin(frozen(old, DAEMON, redisKit.processes));
    await sleep(LEASE_MS / 4);
    await faults.undo();
    await trial.watched(LEASE_MS);
    const { active, verdict } = await trial.end(HANG_MS);
    expect(active).toBe(old);
    expect(await cluster.epoch()).toBe(epoch);
    expect(verdict).toMatchObject({ overlaps: [], phantoms: [], lost: [] });
  });
});

interface Echoes {
  readonly received: number;
  readonly lostPercent: number;
  readonly minMs: number;
  readonly maxMs: number;
}

/** Echo requests of this machine to a host. */
function pinged(host: ContainerHost, count: number, bytes = 56): Echoes {
  return echoes(["busybox"], host.address, count, bytes);
}

function pingedFrom(from: ContainerHost, to: ContainerHost): Echoes {
  return echoes([...from.inNetwork, "busybox"], to.address, 3, 56);
}

function echoes(inside: readonly string[], address: string, count: number, bytes: number): Echoes {
  const ping = ["ping", "-q", "-c", String(count), "-i", "0.02", "-W", "1", "-s", String(bytes), address];
  const [program = "", ...args] = [...inside, ...ping];
  const words = execFileSync("sh", ["-c", '"$@" || true', "sh", program, ...args], { encoding: "utf8" });
  const [, sent, received] = /(\d+) packets transmitted, (\d+) packets received/.exec(words) ?? [];
  const [, min, max] = /min\/avg\/max = ([\d.]+)\/[\d.]+\/([\d.]+)/.exec(words) ?? [];
  return {
    received: Number(received),
    lostPercent: Math.round(100 * (1 - Number(received) / Number(sent))),
    minMs: Number(min),
    maxMs: Number(max),
  };
}
