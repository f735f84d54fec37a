/** Processors that others take. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import type { ContainerHost } from "../containers/container-host.ts";
import { controlGroupOf } from "./control-group.ts";
import type { Undo } from "./faults.ts";

/** Leaves the host this share of one processor: it runs for a while, and hangs for the rest of each tenth of a second. */
export async function cpuLimited(host: ContainerHost, share: number): Promise<Undo> {
  await host.limitCpu(share);
  return () => host.limitCpu(0);
}

/** Has so many processes compute without pause on the host, for whose processors they vie with everything on it. */
export async function cpuBusy(host: ContainerHost, processes: number): Promise<Undo> {
  const group = join(controlGroupOf(host, "cpu").folder, "cgroup.procs");
  const enter = 'echo $$ > "$0" && exec stress-ng --cpu "$1" --timeout 10m --quiet';
  const child: ChildProcess = spawn("sh", ["-c", enter, group, String(processes)], {
    cwd: host.disk.place,
    stdio: "ignore",
  });
  await once(child, "spawn");
  return async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, "exit");
    child.kill("SIGTERM"); // It ends its children.
    await ended;
  };
}
