/** A small disk of a host's own: a file of this machine with a file system in it, mounted for the container. */
import { execFileSync } from "node:child_process";
import { mkdirSync, statSync, truncateSync, writeFileSync } from "node:fs";

/** Room for a database with nothing in it, its log, and a copy while it is made afresh. The file has holes. */
const DISK_BYTES = 2 * 1024 ** 3;

export class Disk {
  /** Where it is mounted on this machine. */
  readonly place: string;

  private constructor(place: string) {
    this.place = place;
  }

  /** Makes and mounts it. It goes when the harness's folder does. */
  static make(place: string): Disk {
    const file = `${place}.img`;
    mkdirSync(place, { recursive: true });
    writeFileSync(file, "");
    truncateSync(file, DISK_BYTES);
    execFileSync("mkfs.ext4", ["-q", "-F", "-m", "0", file], { stdio: ["ignore", "ignore", "pipe"] });
    // No fault takes from this machine's kernel what it holds for the disk, so nothing has to wait for the real one.
    execFileSync("mount", ["-o", "loop,barrier=0", file, place], { stdio: ["ignore", "ignore", "pipe"] });
    return new Disk(place);
  }

  /** `MAJOR:MINOR`, as the kernel's limits name it. */
  get device(): string {
    const { dev } = statSync(this.place);
    return `${(dev >> 8) & 0xfff}:${dev & 0xff}`;
  }
}
