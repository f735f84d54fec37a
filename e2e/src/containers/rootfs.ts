/** A folder that becomes the root of an image: files of this machine at the places where they belong. */
import { createHash } from "node:crypto";
import {
  copyFileSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readlinkSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";

type Entry =
  | { readonly is: "copy"; readonly of: string }
  | { readonly is: "link"; readonly to: string }
  | { readonly is: "text"; readonly text: string; readonly mode: number };

/** What an image holds, by path; nothing is on disk before {@link write}. */
export class Rootfs {
  readonly #entries = new Map<string, Entry>();

  /** Takes a file of this machine, at the place where it lies; links are followed and taken too. */
  addSystemFile(path: string): void {
    const place = join(realpathSync(dirname(path)), basename(path));
    if (this.#entries.has(place)) return;
    const stat = lstatSync(place);
    if (stat.isSymbolicLink()) {
      this.#entries.set(place, { is: "link", to: readlinkSync(place) });
      this.addSystemFile(realpathSync(place));
    } else if (stat.isFile()) this.#entries.set(place, { is: "copy", of: place });
  }

  addCopy(path: string, of: string): void {
    this.#entries.set(path, { is: "copy", of });
  }

  addLink(path: string, to: string): void {
    this.#entries.set(path, { is: "link", to });
  }

  addText(path: string, text: string, mode = 0o644): void {
    this.#entries.set(path, { is: "text", text, mode });
  }

  has(path: string): boolean {
    return this.#entries.has(path);
  }

  /** Changes with the content: paths, texts, links, and the size and date of what is copied. */
  get hash(): string {
    const sum = createHash("sha256");
    for (const [path, entry] of [...this.#entries].sort(([one], [other]) => (one < other ? -1 : 1))) {
      sum.update(`${path}\n${wordOf(entry)}\n`);
    }
    return sum.digest("hex").slice(0, 16);
  }

  /** Makes the folder, which must not exist. Files are not copied where a second name for them does. */
  write(folder: string): void {
    mkdirSync(folder);
    for (const [path, entry] of this.#entries) {
      const place = join(folder, path);
      mkdirSync(dirname(place), { recursive: true });
      if (entry.is === "text") writeFileSync(place, entry.text, { mode: entry.mode });
      else if (entry.is === "link") symlinkSync(entry.to, place);
      else linkOrCopy(entry.of, place);
    }
  }
}

function wordOf(entry: Entry): string {
  if (entry.is === "link") return `link ${entry.to}`;
  if (entry.is === "text") return `text ${entry.mode} ${entry.text}`;
  const { size, mtimeMs, mode } = lstatSync(entry.of);
  return `copy ${size} ${mtimeMs} ${mode}`;
}

function linkOrCopy(of: string, place: string): void {
  try {
    linkSync(of, place);
  } catch {
    rmSync(place, { force: true });
    copyFileSync(of, place); // Another file system, or another owner.
  }
}
