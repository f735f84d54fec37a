/** Answers of the coordinator that are shown as they are: whatever it says, in words and columns. */
import type { Json, JsonObject } from "@phidelity/client";
import { type Paint, oneLine } from "./paint.ts";
import { table } from "./table.ts";

/** One line a value; a list of objects as a table of its own, below the values. */
export function documentLines(document: JsonObject, paint: Paint): string[] {
  const entries = Object.entries(document);
  const values = entries.filter(([, value]) => !isRows(value));
  const width = values.reduce((most, [name]) => Math.max(most, titleOf(name).length), 0);
  const lines = values.map(
    ([name, value]) => `${paint("dim", titleOf(name).padEnd(width))}  ${words(value)}`,
  );
  for (const [name, value] of entries) {
    if (isRows(value)) lines.push("", paint("bold", titleOf(name)), ...rowLines(value, [], paint));
  }
  return lines;
}

/**
 * Objects as rows: the columns named first, in this order, then every other key that a row has.
 *
 * @param first keys; those that no row has are left out
 */
export function rowLines(rows: readonly JsonObject[], first: readonly string[], paint: Paint): string[] {
  const all = new Set(rows.flatMap((row) => Object.keys(row)));
  const keys = [...first.filter((key) => all.has(key)), ...[...all].filter((key) => !first.includes(key))];
  const columns = keys.map((key) => ({
    title: titleOf(key),
    right: rows.every((row) => typeof row[key] === "number"),
    cell: (row: JsonObject) => words(row[key]),
  }));
  return table(columns, rows, paint);
}

/** True of a list of objects that is worth a table. */
export function isRows(value: Json | undefined): value is readonly JsonObject[] {
  return Array.isArray(value) && value.length > 0 && value.every((one) => isObject(one as Json));
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** `lastFailover` as `LAST FAILOVER`. */
function titleOf(key: string): string {
  return key.replace(/([a-z0-9])([A-Z])/g, "$1 $2").toUpperCase();
}

function words(value: Json | undefined): string {
  if (value === undefined || value === null || value === "") return "-";
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value === "number") return Number.isInteger(value) ? String(value) : value.toFixed(2);
  if (typeof value === "string") return oneLine(value);
  if (Array.isArray(value)) return value.length === 0 ? "-" : value.map((one: Json) => words(one)).join(", ");
  return Object.entries(value)
    .map(([name, inner]) => `${name}=${words(inner)}`)
    .join(" ");
}
