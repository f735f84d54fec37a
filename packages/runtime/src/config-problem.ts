/** Turns what a schema refuses into one line of one style: `FILE:LINE: key.path: found X, allowed Y`. */
import type { z } from "zod";
import { keysOf, schemaAt } from "./config-schema.ts";

type Issue = z.core.$ZodIssue;

/** What is known about the place of a value. */
export interface Places {
  /** `coordinator.yaml:12`, or the variable that set the value; empty where there is nothing to say. */
  placeOf(path: readonly PropertyKey[]): string;
  /** What was written there; undefined where nothing was. */
  valueAt(path: readonly PropertyKey[]): unknown;
}

/** Longest piece of a wrong value that is shown. */
const FOUND_LENGTH_MAX = 60;
const NAME_WORDS = "a name of 1 to 63 letters, digits, `.`, `_` and `-`, the first a letter or digit";
/** Values under these keys are never shown. */
const SECRET_KEYS = new Set(["tokens", "token", "password"]);

/** The line, or lines, that say what is wrong. */
export function problemLines(issue: Issue, schema: z.ZodType, places: Places): string[] {
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => unknownKeyLine(key, issue.path, schema, places));
  }
  if (issue.code === "invalid_union") {
    const closest = closestBranch(issue);
    if (closest !== undefined) {
      return closest.flatMap((inner) =>
        problemLines({ ...inner, path: [...issue.path, ...inner.path] }, schema, places),
      );
    }
  }
  const found = wordsOfFound(issue.path, places);
  return [`${startOf(issue.path, places)}: found ${found}, allowed ${issue.message}`];
}

/** What is allowed, in words, where the schema itself gives none. */
export function allowedWords(issue: z.core.$ZodRawIssue): string {
  if (issue.code === "invalid_type") return wordsOfType(String(issue.expected));
  if (issue.code === "too_small") return wordsOfBound(issue.origin, "above", issue.minimum, issue.inclusive);
  if (issue.code === "too_big") return wordsOfBound(issue.origin, "below", issue.maximum, issue.inclusive);
  if (issue.code === "invalid_value") return (issue.values as readonly unknown[]).map(String).join(" | ");
  if (issue.code === "invalid_key") return NAME_WORDS;
  return "another value";
}

function wordsOfBound(origin: unknown, side: "above" | "below", bound: unknown, inclusive: unknown): string {
  const inclusiveWords = side === "above" ? "of at least" : "of at most";
  return `${wordsOfMeasured(String(origin))} ${inclusive === true ? inclusiveWords : side} ${String(bound)}`;
}

function wordsOfType(expected: string): string {
  if (expected === "record" || expected === "object") return "a block of keys";
  if (expected === "array") return "a list";
  if (expected === "string") return "a text";
  if (expected === "boolean") return "true | false";
  if (expected === "int") return "a whole number";
  return `a ${expected}`;
}

function wordsOfMeasured(origin: string): string {
  if (origin === "array") return "a list with a number of entries";
  if (origin === "string") return "a text with a length";
  if (origin === "int") return "a whole number";
  return "a number";
}

function startOf(path: readonly PropertyKey[], places: Places): string {
  const place = places.placeOf(path);
  return place === "" ? wordsOfPath(path) : `${place}: ${wordsOfPath(path)}`;
}

function unknownKeyLine(
  key: string,
  path: readonly PropertyKey[],
  schema: z.ZodType,
  places: Places,
): string {
  const at = schemaAt(schema, path);
  const known = at === undefined ? [] : keysOf(at);
  const nearest = nearestOf(key, known);
  const allowed = known.length === 0 ? "no keys at all" : `one of ${[...known].sort().join(", ")}`;
  const hint = nearest === undefined ? allowed : `${nearest} (did you mean that?), or another ${allowed}`;
  const here = [...path, key];
  return `${startOf(here, places)}: found an unknown key, allowed ${hint}`;
}

/** Of the ways in which a union could be meant, the one that comes furthest; undefined where none comes anywhere. */
function closestBranch(issue: Extract<Issue, { code: "invalid_union" }>): readonly Issue[] | undefined {
  const deep = issue.errors.filter((branch) =>
    branch.every((inner) => inner.path.length > 0 || inner.code === "custom"),
  );
  return deep.toSorted((one, other) => one.length - other.length)[0];
}

/** `services[0].checks[1].http`; `the whole` where the path is empty. */
export function wordsOfPath(path: readonly PropertyKey[]): string {
  let words = "";
  for (const key of path) {
    if (typeof key === "number") words += `[${key}]`;
    else words += words === "" ? String(key) : `.${String(key)}`;
  }
  return words === "" ? "the whole" : words;
}

function wordsOfFound(path: readonly PropertyKey[], places: Places): string {
  const value = places.valueAt(path);
  if (value === undefined || value === null) return "nothing";
  if (path.some((key) => typeof key === "string" && SECRET_KEYS.has(key))) return "(hidden)";
  if (Array.isArray(value)) return value.length === 0 ? "an empty list" : "a list";
  if (typeof value === "object") return "a block of keys";
  const text = typeof value === "string" ? value : JSON.stringify(value);
  if (text === "") return "an empty text";
  return text.length > FOUND_LENGTH_MAX ? `${text.slice(0, FOUND_LENGTH_MAX)}…` : text;
}

/** The known key that is fewest edits away, where that is near enough to be a slip. */
function nearestOf(key: string, known: readonly string[]): string | undefined {
  const ranked = known
    .map((name) => ({ name, edits: editsBetween(key.toLowerCase(), name.toLowerCase()) }))
    .toSorted((one, other) => one.edits - other.edits);
  const best = ranked[0];
  return best !== undefined && best.edits <= Math.max(2, Math.floor(key.length / 3)) ? best.name : undefined;
}

/** Levenshtein distance, by rows. */
function editsBetween(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 1; i <= one.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const swap = (row[j - 1] ?? 0) + (one[i - 1] === other[j - 1] ? 0 : 1);
      next.push(Math.min(swap, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[other.length] ?? 0;
}
