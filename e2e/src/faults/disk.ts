/** Disks that are full or slow. Each host has a small one of its own for its service's data. */
import { readFileSync, rmSync, statfsSync, writeFileSync } from "node:fs";
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import type { ContainerHost } from "../containers/container-host.ts";
import type { Undo } from "./faults.ts";

const FILLER = "filler";

/** Takes all the room that is left on the host's disk. */
export async function diskFull(host: ContainerHost): Promise<Undo> {
  const { place } = host.disk;
  const filler = join(place, FILLER);
  // What is being written meanwhile takes room too: until not one block is left.
  for (let part = 0; part < 20; part += 1) {
    const { bavail, bsize } = statfsSync(place);
    if (bavail === 0) break;
    try {
      execFileSync("fallocate", ["-l", String(bavail * bsize), `${filler}${part}`], { stdio: "pipe" });
    } catch {
      execFileSync("dd", ["if=/dev/zero", `of=${filler}${part}`, "bs=4k", `count=${bavail}`, "status=none"], {
        stdio: "ignore",
      });
    }
  }
  return async () => {
    for (let part = 0; part < 20; part += 1) rmSync(`${filler}${part}`, { force: true });
  };
}

/** Lets the host write no more than that to its disk. Only what is made durable is held up: the rest stays in memory. */
export async function diskSlow(host: ContainerHost, bytesPerSecond: number): Promise<Undo> {
  const group = controlGroupOf(host);
  const limit = (bytes: number): void => writeFileSync(group.file, group.line(host.disk.device, bytes));
  limit(bytesPerSecond);
  return async () => {
    if (await host.isOn()) limit(0);
  };
}

interface DiskLimit {
  readonly file: string;
  /** @param bytes a second; 0 for no limit */
  line(device: string, bytes: number): string;
}

/** Where the kernel takes limits for the container: control groups have two versions. */
function controlGroupOf(host: ContainerHost): DiskLimit {
  const lines = readFileSync(`/proc/${host.firstPid}/cgroup`, "utf8").trim().split("\n");
  const path = (controller: string): string | undefined =>
    lines.map((line) => line.split(":")).find(([, names]) => names?.split(",").includes(controller))?.[2];
  const first = path("blkio");
  if (first !== undefined) {
    return {
      file: join("/sys/fs/cgroup/blkio", first, "blkio.throttle.write_bps_device"),
      line: (device, bytes) => `${device} ${bytes}`,
    };
  }
  return {
    file: join("/sys/fs/cgroup", path("") ?? "", "io.max"),
    line: (device, bytes) => `${device} wbps=${bytes === 0 ? "max" : bytes}`,
  };
}
