/** Where the kernel keeps what a container may use: control groups have two versions. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { ContainerHost } from "../containers/container-host.ts";

const ROOT = "/sys/fs/cgroup";

export interface ControlGroup {
  readonly version: 1 | 2;
  readonly folder: string;
}

/** @param controller as version 1 names it: `cpu` or `blkio` */
export function controlGroupOf(host: ContainerHost, controller: string): ControlGroup {
  const lines = readFileSync(`/proc/${host.firstPid}/cgroup`, "utf8").trim().split("\n");
  const groups = lines.map((line) => line.split(":"));
  const first = groups.find(([, names]) => names?.split(",").includes(controller))?.[2];
  if (first !== undefined && existsSync(join(ROOT, controller)))
    return { version: 1, folder: join(ROOT, controller, first) };
  return { version: 2, folder: join(ROOT, groups.find(([id]) => id === "0")?.[2] ?? "") };
}
