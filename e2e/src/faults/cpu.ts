/** Processors that others take. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import type { ContainerHost } from "../containers/container-host.ts";
import type { Undo } from "./faults.ts";

/** Leaves the host this share of one processor: it runs for a while, and hangs for the rest of each tenth of a second. */
export async function cpuLimited(host: ContainerHost, share: number): Promise<Undo> {
  await host.limitCpu(share);
  return () => host.limitCpu(0);
}

/**
 * Has so many processes compute without pause on this machine, beside all hosts.
 *
 * @param folder a folder of the test, so that they end with it
 */
export async function cpuBusy(processes: number, folder: string): Promise<Undo> {
  const args = ["--cpu", String(processes), "--timeout", "10m", "--quiet"];
  const child: ChildProcess = spawn("stress-ng", args, { cwd: folder, stdio: "ignore" });
  await once(child, "spawn");
  return async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, "exit");
    child.kill("SIGTERM"); // It ends its children.
    await ended;
  };
}
