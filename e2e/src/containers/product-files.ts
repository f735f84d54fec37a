/** The product as it is put on hosts: the packages' sources and what they depend on, under `/opt/phidelity`. */
import { existsSync, readFileSync, readdirSync, realpathSync } from "node:fs";
import { dirname, join } from "node:path";
import { REPOSITORY } from "../paths.ts";
import { Rootfs } from "./rootfs.ts";

const HOME = "/opt/phidelity";
const PACKAGES = ["core", "proto", "runtime", "node", "coordinator", "client", "cli"];
const PROGRAMS = { "phi-node": "node", "phi-coordinator": "coordinator", phi: "cli" } as const;
const SCOPE = "@phidelity/";

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly dependencies?: Readonly<Record<string, string>>;
}

/** Adds the product, and a command for each of its programs. */
export function productFiles(): Rootfs {
  const root = new Rootfs();
  for (const name of PACKAGES) {
    const home = join(REPOSITORY, "packages", name);
    for (const file of ["package.json", ...filesUnder(home, "src"), ...filesUnder(home, "gen")]) {
      if (!/\.(?:test|testing)\.ts$/.test(file))
        root.addCopy(`${HOME}/packages/${name}/${file}`, join(home, file));
    }
    // Node strips the types of no file under node_modules, and it looks where the link leads.
    root.addLink(`${HOME}/node_modules/${SCOPE}${name}`, `../../packages/${name}`);
  }
  addDependencies(root);
  for (const [program, name] of Object.entries(PROGRAMS)) {
    root.addText(
      `/usr/local/bin/${program}`,
      `#!/bin/sh\nexec node ${HOME}/packages/${name}/src/main.ts "$@"\n`,
      0o755,
    );
  }
  return root;
}

/** Everything that the packages depend on: side by side, and a second version of one inside of who needs it. */
function addDependencies(root: Rootfs): void {
  const versions = new Map<string, string>();
  const waiting = PACKAGES.map((name) => ({ from: join(REPOSITORY, "packages", name), to: HOME }));
  for (let one = waiting.pop(); one !== undefined; one = waiting.pop()) {
    for (const name of Object.keys(manifestOf(one.from).dependencies ?? {})) {
      if (name.startsWith(SCOPE)) continue;
      const from = homeOf(name, one.from);
      const { version } = manifestOf(from);
      const beside = versions.get(name) ?? version;
      const to = `${beside === version ? HOME : one.to}/node_modules/${name}`;
      if (root.has(`${to}/package.json`)) continue;
      if (beside === version) versions.set(name, version);
      for (const file of filesUnder(from, ".")) root.addCopy(`${to}/${file}`, join(from, file));
      waiting.push({ from, to });
    }
  }
}

/** Where a package finds another one: in the `node_modules` beside it or above it. */
function homeOf(name: string, from: string): string {
  for (let folder = from; folder !== dirname(folder); folder = dirname(folder)) {
    const place = join(folder, "node_modules", name);
    if (existsSync(place)) return realpathSync(place);
  }
  throw new Error(`${name} is not installed for ${from}`);
}

function manifestOf(folder: string): Manifest {
  return JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as Manifest;
}

function filesUnder(home: string, folder: string): readonly string[] {
  const top = join(home, folder);
  if (!existsSync(top)) return [];
  return readdirSync(top, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && !entry.parentPath.includes("/node_modules/.bin"))
    .map((entry) => join(entry.parentPath, entry.name).slice(home.length + 1))
    .filter((path) => !path.startsWith("node_modules/"));
}
