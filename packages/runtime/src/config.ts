/** Reads a configuration file: YAML, checked against a schema, with overrides from the environment. */
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { PhiError } from "@phidelity/core";
import { type Document, LineCounter, isMap, isPair, isScalar, isSeq, parseDocument } from "yaml";
import type { z } from "zod";
import { type ConfigTree, type Override, applyOverrides, isTree } from "./config-override.ts";
import { type Places, allowedWords, problemLines } from "./config-problem.ts";

/** A configuration of more than a mebibyte is a wrong file. */
const FILE_BYTES_MAX = 2 ** 20;

/**
 * Reads and checks a configuration file. `PHI_...` variables override its keys: see `config-override.ts` for the rule.
 *
 * @param options.schema made of strict objects, so that unknown keys are refused; a message that the schema gives is read
 *   as what is allowed: `found 0, allowed <message>`
 * @throws PhiError CONFIG_UNREADABLE where there is no such file, CONFIG_INVALID with a line for each problem, as
 *   `FILE:LINE: key.path: found X, allowed Y`
 */
export function loadConfig<T>(options: { file: string; schema: z.ZodType<T>; env: NodeJS.ProcessEnv }): T {
  const { file, schema, env } = options;
  const lines = new LineCounter();
  const document = parseDocument(readText(file), { lineCounter: lines, prettyErrors: false });
  refuseBrokenYaml(file, document, lines);
  const tree = treeOf(file, document);
  const overrides = applyOverrides(tree, schema, env);
  const result = schema.safeParse(tree, { error: allowedWords });
  if (result.success) return result.data;
  const places = placesOf(file, document, lines, tree, overrides);
  throw invalid(
    file,
    result.error.issues.flatMap((issue) => problemLines(issue, schema, places)),
  );
}

/**
 * Checks a value that came from elsewhere than a file.
 *
 * @returns the value as the schema gives it, or the problems, each as `key.path: found X, allowed Y`
 */
export function checkValue<T>(
  schema: z.ZodType<T>,
  value: unknown,
): { readonly value: T } | { readonly problems: readonly string[] } {
  const result = schema.safeParse(value, { error: allowedWords });
  if (result.success) return { value: result.data };
  const places: Places = { placeOf: () => "", valueAt: (path) => valueAt(value, path) };
  return { problems: result.error.issues.flatMap((issue) => problemLines(issue, schema, places)) };
}

function readText(file: string): string {
  try {
    const text = readFileSync(file, "utf8");
    if (text.length <= FILE_BYTES_MAX) return text;
  } catch (error) {
    const reason = error instanceof Error && "code" in error ? reasonOf(error.code) : String(error);
    throw new PhiError("CONFIG_UNREADABLE", { file, reason }, { cause: error });
  }
  throw new PhiError("CONFIG_UNREADABLE", { file, reason: "larger than 1MiB, so hardly a configuration" });
}

function reasonOf(code: unknown): string {
  if (code === "ENOENT") return "there is no such file";
  if (code === "EACCES") return "no permission to read it";
  if (code === "EISDIR") return "it is a folder, not a file";
  return String(code);
}

function refuseBrokenYaml(file: string, document: Document, lines: LineCounter): void {
  if (document.errors.length === 0) return;
  const problems = document.errors.map(({ pos, message }) => {
    const { line, col } = lines.linePos(pos[0]);
    return `${basename(file)}:${line}: not YAML at column ${col}: ${message}`;
  });
  throw invalid(file, problems);
}

function treeOf(file: string, document: Document): ConfigTree {
  let tree: unknown;
  try {
    tree = document.toJS({ maxAliasCount: 100 }) ?? {};
  } catch (error) {
    throw invalid(file, [`${basename(file)}:1: the file: found ${String(error)}, allowed few aliases`]);
  }
  if (isTree(tree)) return tree;
  throw invalid(file, [`${basename(file)}:1: the file: found no block of keys, allowed a block of keys`]);
}

function invalid(file: string, problems: readonly string[]): PhiError {
  return new PhiError("CONFIG_INVALID", { file, problems: problems.join("\n") });
}

function placesOf(
  file: string,
  document: Document,
  lines: LineCounter,
  tree: ConfigTree,
  overrides: readonly Override[],
): Places {
  return {
    placeOf: (path) => {
      const override = overrides.find((each) => each.path.every((key, index) => path[index] === key));
      return override?.variable ?? `${basename(file)}:${lineOf(document, lines, path)}`;
    },
    valueAt: (path) => valueAt(tree, path),
  };
}

function valueAt(tree: unknown, path: readonly PropertyKey[]): unknown {
  let value = tree;
  for (const key of path) value = (value as Record<PropertyKey, unknown> | null | undefined)?.[key];
  return value;
}

/** The line of the last key on the path that the file has: for a missing key, that of the block that lacks it. */
function lineOf(document: Document, lines: LineCounter, path: readonly PropertyKey[]): number {
  let node: unknown = document.contents;
  let offset = 0;
  for (const key of path) {
    const next = childOf(node, key);
    if (next === undefined) break;
    node = next.value;
    offset = next.offset ?? offset;
  }
  return lines.linePos(offset).line;
}

function childOf(
  node: unknown,
  key: PropertyKey,
): { value: unknown; offset: number | undefined } | undefined {
  if (isMap(node)) {
    const pair = node.items.find(
      (each) => isPair(each) && isScalar(each.key) && String(each.key.value) === key,
    );
    return pair === undefined ? undefined : { value: pair.value, offset: offsetOf(pair.key) };
  }
  if (isSeq(node) && typeof key === "number") {
    const value = node.items[key];
    return value === undefined ? undefined : { value, offset: offsetOf(value) };
  }
  return undefined;
}

function offsetOf(node: unknown): number | undefined {
  const range = (node as { range?: readonly number[] | null } | undefined)?.range;
  return range?.[0];
}
