/** Pages that name files: what they name must be there. */
import { posix } from "node:path";
import type { Fault, File } from "./tree.ts";

const LINK = /\]\((?!https?:|#)([^)#\s]+)[^)]*\)/g;
const NAMED = /`([\w@.-]+(?:\/[\w@.-]+)+\.(?:ts|md|proto|yaml|json))`/g;

/** Every link and every path in backticks that leads to no file. A path counts from the root of the repository. */
export function pageFaults(tree: readonly File[]): readonly Fault[] {
  const here = new Set(tree.flatMap(({ path }) => [path, ...foldersOf(path)]));
  return tree
    .filter(({ path }) => path.endsWith(".md"))
    .flatMap(({ path, text }) => {
      const links = [...text.matchAll(LINK)].map((match) => posix.join(posix.dirname(path), match[1] ?? ""));
      const named = [...text.matchAll(NAMED)].map((match) => match[1] ?? "");
      return [...links.map((link) => link.replace(/\/$/, "")), ...named]
        .filter((target) => !here.has(target))
        .map((target) => `${path}: names ${target}, which is not there`);
    });
}

/** Every numbered invariant that names no test. */
export function invariantFaults(tree: readonly File[]): readonly Fault[] {
  const page = tree.find(({ path }) => path === "ARCHITECTURE.md");
  const list = page?.text.split("## Invariants")[1]?.split("\n## ")[0];
  if (list === undefined) return ["ARCHITECTURE.md: has no list of invariants"];
  return list
    .split(/\n(?=\d+\. )/)
    .slice(1)
    .filter((item) => !/`[^`]*\.(?:test|e2e)\.ts`|`packages\/sim\/[^`]+`/.test(item))
    .map((item) => `ARCHITECTURE.md: no test holds "${item.split("\n")[0] ?? ""}"`);
}

function foldersOf(path: string): readonly string[] {
  const parts = path.split("/");
  return parts.slice(0, -1).map((_part, index) => parts.slice(0, index + 1).join("/"));
}
