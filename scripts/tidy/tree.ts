/** The repository's own files, as the gates see them: what a commit would hold, with its text. */
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

export interface File {
  /** From the root of the tree, with `/` on every system. */
  readonly path: string;
  readonly text: string;
}

/** What is wrong, where, and what to do about it, in one line that a person can act on. */
export type Fault = string;

/** Folders that are installed, built or measured, and never committed: see `.gitignore`. */
const NOT_OURS = new Set([".git", "node_modules", "dist", "out", "coverage", ".vitest"]);
/** A file without an ending is a script or the licence. */
const TEXT =
  /\.(?:ts|js|mjs|cjs|json|jsonc|md|ya?ml|proto|sh|conf|cfg|service|txt|html|css|svg)$|rc$|ignore$|(?:^|\/)[^./]+$/;

/** Reads every text file below `root`, sorted by path. */
export function readTree(root: string): readonly File[] {
  return pathsBelow(root, "")
    .filter((path) => TEXT.test(path))
    .toSorted()
    .map((path) => ({ path, text: readFileSync(join(root, path), "utf8") }));
}

function pathsBelow(root: string, folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory()) return NOT_OURS.has(entry.name) ? [] : pathsBelow(root, path);
    return entry.isFile() ? [path] : [];
  });
}

/** Our own TypeScript: not what a generator wrote. */
export function sourcesOf(tree: readonly File[]): readonly File[] {
  return tree.filter(({ path }) => path.endsWith(".ts") && !isGenerated(path));
}

function isGenerated(path: string): boolean {
  return path.includes("/gen/") && path.startsWith("packages/");
}

/** A measurement of one package: a program of its own, outside the package's rooms. */
export function isBench(path: string): boolean {
  return /^packages\/[^/]+\/bench\//.test(path);
}

/** A file that runs only under vitest: tests, and what several of them share in `x.testing.ts` or a `test` folder. */
export function isTest(path: string): boolean {
  return /\.(?:test|e2e|testing)\.ts$|^packages\/[^/]+\/test\//.test(path);
}

/** The text without its comments, line for line, so that words about code are not taken for code. */
export function codeOf(text: string): string {
  return text.replace(/^\s*(?:\/\*|\*|\/\/).*$/gm, "").replace(/\s\/\/ .*$/gm, "");
}
