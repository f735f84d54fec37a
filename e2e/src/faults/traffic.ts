/**
 * Bad networks: lost packets, delay with jitter, little bandwidth, for all that a host sends and gets.
 *
 * Where the kernel has `netem`, that delays; where it has not, packets wait in a queue of the packet filter for a small
 * program (`delay.pl`) to let them go on. Loss is the packet filter's own, and bandwidth a token bucket.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import type { ContainerHost } from "../containers/container-host.ts";
import type { Undo } from "./faults.ts";
import { filtered } from "./network.ts";

const DELAY_PROGRAM = join(import.meta.dirname, "delay.pl");
const QUEUE = 7;

/** Loses this share of the packets that come in, 0 to 1, each by its own luck. */
export function packetsLost(host: ContainerHost, share: number): Promise<Undo> {
  return filtered(host, [`INPUT ! -i lo -m statistic --mode random --probability ${share} -j DROP`]);
}

/** Delays every packet that goes out by so long, give or take the jitter, in ms. */
export async function packetsDelayed(host: ContainerHost, delayMs: number, jitterMs: number): Promise<Undo> {
  const interfaceOf = "eth0";
  try {
    const netem = ["netem", "delay", `${delayMs}ms`, `${jitterMs}ms`];
    await host.runInNetwork("tc", "qdisc", "add", "dev", interfaceOf, "root", ...netem);
    return async () =>
      void (await host.runInNetwork("tc", "qdisc", "del", "dev", interfaceOf, "root").catch(() => {}));
  } catch {
    return queued(host, delayMs, jitterMs); // This kernel has no netem.
  }
}

/** Sends no more than so many bits a second; what does not fit waits, up to a quarter of a second, or is lost. */
export async function bandwidthLimited(host: ContainerHost, bitsPerSecond: number): Promise<Undo> {
  const bucket = ["tbf", "rate", `${bitsPerSecond}bit`, "burst", "4kb", "latency", "250ms"];
  await host.runInNetwork("tc", "qdisc", "add", "dev", "eth0", "root", ...bucket);
  return async () =>
    void (await host.runInNetwork("tc", "qdisc", "del", "dev", "eth0", "root").catch(() => {}));
}

async function queued(host: ContainerHost, delayMs: number, jitterMs: number): Promise<Undo> {
  const numbers = [QUEUE, delayMs, jitterMs].map(String);
  const [program, ...args] = [...host.inNetwork, "perl", DELAY_PROGRAM, ...numbers] as const;
  const child = spawn(program, args, { cwd: host.disk.place, stdio: ["ignore", "pipe", "inherit"] });
  // It says so when it listens; packets in a queue without a listener are lost.
  const started = await Promise.race([once(child.stdout, "data"), once(child, "exit")]);
  if (typeof started[0] === "number") throw new Error("packets cannot be queued here: the kernel refuses it");
  const unfilter = await filtered(host, [`OUTPUT ! -o lo -j NFQUEUE --queue-num ${QUEUE}`]);
  return async () => {
    await unfilter();
    child.kill("SIGKILL");
  };
}
