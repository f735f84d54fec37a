/** Disks that are full or slow. Each host has a small one of its own for its service's data. */
import { rmSync, statfsSync, writeFileSync } from "node:fs";
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import type { ContainerHost } from "../containers/container-host.ts";
import { controlGroupOf } from "./control-group.ts";
import type { Undo } from "./faults.ts";

const FILLER = "filler";
/** What is written meanwhile takes room too, and a file of its own takes some for its name. */
const FILLERS_MAX = 100;

/** Takes all the room that is left on the host's disk. */
export async function diskFull(host: ContainerHost): Promise<Undo> {
  const { place } = host.disk;
  const names: string[] = [];
  const take = (bytes: number): boolean => {
    names.push(join(place, `${FILLER}${names.length}`));
    // Where there is not so much room, it fails, and keeps what it has got.
    return (
      spawnSync("fallocate", ["-l", String(bytes), names.at(-1) ?? ""], { stdio: "ignore" }).status === 0
    );
  };
  for (let { bavail, bsize } = statfsSync(place); bavail > 0 && names.length < FILLERS_MAX;) {
    if (!take(bavail * bsize)) take(bsize);
    ({ bavail, bsize } = statfsSync(place));
  }
  return async () => {
    for (const name of names) rmSync(name, { force: true });
  };
}

/** Lets the host write no more than that to its disk. Only what is made durable is held up: the rest stays in memory. */
export async function diskSlow(host: ContainerHost, bytesPerSecond: number): Promise<Undo> {
  limitWrites(host, String(bytesPerSecond));
  return async () => {
    if (await host.isOn()) limitWrites(host, undefined);
  };
}

function limitWrites(host: ContainerHost, bytesPerSecond: string | undefined): void {
  const { version, folder } = controlGroupOf(host, "blkio");
  const { device } = host.disk;
  if (version === 1)
    writeFileSync(join(folder, "blkio.throttle.write_bps_device"), `${device} ${bytesPerSecond ?? 0}`);
  else writeFileSync(join(folder, "io.max"), `${device} wbps=${bytesPerSecond ?? "max"}`);
}
