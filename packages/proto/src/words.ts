/** What `encode` does to values that the schema takes differently than the core. */
import { COUNTER_MAX } from "@phidelity/core";

/** Words for people, cut to what the other side takes, and without halves of characters, which UTF-8 cannot carry. */
export function wordsOf(text: string, lengthMax: number): string {
  const cut = text.length > lengthMax ? text.slice(0, lengthMax) : text;
  return cut.isWellFormed() ? cut : cut.toWellFormed();
}

/** The same list for the generated types, which ask for one that may be changed; the generated code changes none. */
export function listOf<Item>(items: readonly Item[]): Item[] {
  return items as Item[];
}

/** A figure for people as a whole number that fits: what is beyond is said as the most, what is below or none as 0. */
export function wholeOf(figure: number): number {
  return figure > 0 ? Math.min(Math.trunc(figure), COUNTER_MAX) : 0;
}
