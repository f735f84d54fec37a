/**
 * Overrides of configuration keys by `PHI_...` variables, for containers.
 *
 * The rule: `PHI_`, then the keys of the path in capitals, joined by `_`; a capital inside a key starts a new word, and
 * whatever is neither letter nor digit becomes `_`. So `PHI_LISTEN_PORT` is `listen.port`, `PHI_ON_COORDINATOR_LOSS`
 * would be `onCoordinatorLoss`, and `PHI_GROUPS_DB_CAPACITY_REQUIRED` is `groups.db.capacity.required` where the file has
 * a group `db`. Lists are overridden whole. The value is read as YAML, except where the key takes a text. A variable that
 * names no key is left alone: platforms add variables of their own (`PHI_SERVICE_HOST`).
 */
import { parse } from "yaml";
import type { z } from "zod";
import { isRecord, isText, keysOf, schemaOfKey } from "./config-schema.ts";

const PREFIX = "PHI_";

/** A plain object of the configuration, as YAML reads it. */
export type ConfigTree = Record<string, unknown>;

/** Which variable set which key. */
export interface Override {
  readonly variable: string;
  readonly path: readonly string[];
}

/** Sets in `tree` what the environment overrides, and says what it did. */
export function applyOverrides(tree: ConfigTree, schema: z.ZodType, env: NodeJS.ProcessEnv): Override[] {
  const variables = Object.keys(env).filter((name) => name.startsWith(PREFIX));
  if (variables.length === 0) return [];
  const paths = new Map(pathsOf(tree, schema, []).map((path) => [variableOf(path), path]));
  const overrides: Override[] = [];
  for (const variable of variables.sort()) {
    const path = paths.get(variable);
    if (path === undefined) continue;
    setAt(tree, path, readValue(env[variable] ?? "", schema, path));
    overrides.push({ variable, path });
  }
  return overrides;
}

/** The variable that overrides a path. */
export function variableOf(path: readonly string[]): string {
  const words = path.map((key) =>
    key.replaceAll(/([a-z0-9])([A-Z])/g, "$1_$2").replaceAll(/[^A-Za-z0-9]/g, "_"),
  );
  return PREFIX + words.join("_").toUpperCase();
}

/** Every path that the schema knows, with the keys of the user's records as `tree` has them. */
function pathsOf(tree: unknown, schema: z.ZodType, path: readonly string[]): (readonly string[])[] {
  const value = isTree(tree) ? tree : {};
  const keys = isRecord(schema) ? Object.keys(value) : keysOf(schema);
  return keys.flatMap((key) => {
    const inner = schemaOfKey(schema, key);
    const here = [...path, key];
    return inner === undefined ? [] : [here, ...pathsOf(value[key], inner, here)];
  });
}

function readValue(text: string, schema: z.ZodType, path: readonly string[]): unknown {
  let at: z.ZodType | undefined = schema;
  for (const key of path) at = at && schemaOfKey(at, key);
  if (at !== undefined && isText(at)) return text;
  try {
    return parse(text);
  } catch {
    return text; // Not YAML: the schema refuses the text itself, and says what is allowed.
  }
}

function setAt(tree: ConfigTree, path: readonly string[], value: unknown): void {
  const [key, ...rest] = path;
  if (key === undefined) return;
  if (rest.length === 0) {
    tree[key] = value;
    return;
  }
  const inner = tree[key];
  const next: ConfigTree = isTree(inner) ? inner : {};
  tree[key] = next;
  setAt(next, rest, value);
}

/** True of a plain object. */
export function isTree(value: unknown): value is ConfigTree {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
