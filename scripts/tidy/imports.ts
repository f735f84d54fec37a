/** Who may import whom: HOUSE's table. An arrow that is not in it is a fault. */
import { posix } from "node:path";
import { type Fault, type File, codeOf, isBench, isTest, sourcesOf } from "./tree.ts";

/** What each package may import of ours. */
const packageTable: Readonly<Record<string, readonly string[]>> = {
  core: [],
  proto: ["core"],
  runtime: ["core", "proto"],
  node: ["core", "runtime"],
  coordinator: ["core", "runtime"],
  client: ["core", "runtime"],
  cli: ["client"],
  sim: ["core", "proto"],
};

/** What each room inside `core` may import besides itself and core's root files. */
const roomTable: Readonly<Record<string, readonly string[]>> = {
  detector: [],
  cluster: ["detector"],
  agent: [],
  calls: [],
};

const TEST_TOOLS = ["vitest", "fast-check"];
const OURS = "@phidelity/";
/** Specifiers of `import … from`, `export … from`, `import "…"` and `import("…")`. */
const SPECIFIER = /(?:^|[;\s])(?:from|import)\s*\(?\s*"([^"]+)"/gm;

/** Every import that crosses a border which HOUSE.md does not open. */
export function importFaults(tree: readonly File[]): readonly Fault[] {
  return [...sourcesOf(tree).flatMap(faultsOfFile), ...tree.flatMap(faultsOfManifest)];
}

/** All that a file imports, as written. */
function specifiersOf(file: File): readonly string[] {
  return [...codeOf(file.text).matchAll(SPECIFIER)].map((match) => match[1] ?? "");
}

function faultsOfFile(file: File): readonly Fault[] {
  return specifiersOf(file).flatMap((specifier) => {
    const because = specifier.startsWith(".")
      ? refusalOfPath(file.path, posix.join(posix.dirname(file.path), specifier))
      : refusalOfPackage(file.path, specifier);
    return because === undefined ? [] : [`${file.path}: imports "${specifier}", but ${because}`];
  });
}

function refusalOfPath(from: string, to: string): string | undefined {
  const home = packageOf(from);
  if (home === undefined) return undefined;
  if (packageOf(to) !== home) return "a file reaches other packages by their names only";
  return home === "core" ? refusalInCore(from, to) : undefined;
}

function refusalInCore(from: string, to: string): string | undefined {
  const [room, other] = [roomOf(from), roomOf(to)];
  if (other === undefined || other === room) return undefined;
  if (room === undefined) {
    const gathers = from.endsWith("/index.ts") || isTest(from) || isBench(from);
    return gathers ? undefined : `core's root files import no room, and ${other} is one`;
  }
  const allowed = roomTable[room] ?? [];
  return allowed.includes(other) ? undefined : `${room} may not import ${other}`;
}

function refusalOfPackage(from: string, specifier: string): string | undefined {
  const home = packageOf(from);
  if (specifier.startsWith(OURS)) {
    const name = specifier.slice(OURS.length);
    if (home === "e2e") return "e2e sees the programs from outside and imports nothing of ours";
    if (home === undefined) return undefined;
    if (name.includes("/")) return "a package is imported by its index only";
    return refusalOfArrow(home, name);
  }
  if (home !== "core") return undefined;
  if (isTest(from) && TEST_TOOLS.includes(specifier)) return undefined;
  if (isBench(from) && specifier.startsWith("node:")) return undefined;
  return "core depends on nothing";
}

function refusalOfArrow(home: string, name: string): string | undefined {
  const allowed = packageTable[home];
  if (allowed === undefined) return `the package ${home} is not in the import table`;
  return allowed.includes(name)
    ? undefined
    : `${home} may import of ours only: ${allowed.join(", ") || "nothing"}`;
}

/** A dependency is an import that waits to happen. */
function faultsOfManifest(file: File): readonly Fault[] {
  const home = packageOf(file.path);
  if (home === undefined || !file.path.endsWith("/package.json")) return [];
  const manifest = JSON.parse(file.text) as { dependencies?: Record<string, string> };
  return Object.keys(manifest.dependencies ?? {})
    .map((name) => ({ name, because: refusalOfDependency(home, name) }))
    .filter(({ because }) => because !== undefined)
    .map(({ name, because }) => `${file.path}: depends on ${name}, but ${because}`);
}

function refusalOfDependency(home: string, name: string): string | undefined {
  if (home === "core") return "core depends on nothing";
  if (!name.startsWith(OURS)) return undefined;
  return home === "e2e" ? "e2e imports nothing of ours" : refusalOfArrow(home, name.slice(OURS.length));
}

function packageOf(path: string): string | undefined {
  const [top, name] = path.split("/");
  return top === "e2e" ? "e2e" : top === "packages" ? name : undefined;
}

/** The room of a file of core: `packages/core/src/ROOM/file.ts`; none for what lies elsewhere. */
function roomOf(path: string): string | undefined {
  const parts = path.split("/");
  return parts.length > 4 ? parts[3] : undefined;
}
