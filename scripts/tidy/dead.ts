/** Files that nothing leads to. */
import { posix } from "node:path";
import { type Fault, type File, codeOf, isBench, sourcesOf } from "./tree.ts";

/** What vitest starts by itself. */
const RUNS = /\.(?:test|e2e)\.ts$/;
/** A path of one of our files at the end of a string: an import, a worker, a program that is started. */
const LEADS_TO = /([\w@./-]+\.ts)["'`]/g;

/**
 * Every file of ours that no program, package index or test leads to. A file that only its own test imports is dead
 * too: the test keeps nobody company.
 */
export function deadFaults(tree: readonly File[]): readonly Fault[] {
  const sources = sourcesOf(tree);
  const byPath = new Map(sources.map((file) => [file.path, file]));
  const alive = new Set<string>();
  const waiting = [...entriesOf(tree), ...sources.map(({ path }) => path).filter((path) => RUNS.test(path))];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    const file = byPath.get(path);
    if (file === undefined || alive.has(path)) continue;
    alive.add(path);
    waiting.push(...leadsFrom(file));
  }
  return sources
    .filter(({ path }) => !alive.has(path))
    .map(({ path }) => `${path}: nothing imports it and no program starts with it; delete it or use it`);
}

/** What a file leads to; a test does not keep alive the file that it tests. */
function leadsFrom(file: File): readonly string[] {
  const tested = file.path.replace(RUNS, ".ts");
  return [...codeOf(file.text).matchAll(LEADS_TO)]
    .map((match) => match[1] ?? "")
    .flatMap((path) => [posix.join(posix.dirname(file.path), path), path.replace(/^\//, "")])
    .filter((path) => path !== tested || !RUNS.test(file.path));
}

/** Where programs and packages begin: what a manifest names, examples to copy, measurements, vitest. */
function entriesOf(tree: readonly File[]): readonly string[] {
  const named = tree
    .filter(({ path }) => posix.basename(path) === "package.json")
    .flatMap((file) => {
      const folder = posix.dirname(file.path);
      return [...file.text.matchAll(/[\w./-]+\.ts/g)].map((match) => posix.join(folder, match[0]));
    });
  const programs = tree
    .map(({ path }) => path)
    .filter((path) => path.startsWith("examples/") || isBench(path));
  return [...named, ...programs, "vitest.config.ts"];
}
