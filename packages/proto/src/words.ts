/** What `encode` does to values that the schema takes differently than the core. */

/** Words for people, cut to what the other side takes, and without halves of characters, which UTF-8 cannot carry. */
export function wordsOf(text: string, lengthMax: number): string {
  const cut = text.length > lengthMax ? text.slice(0, lengthMax) : text;
  return cut.isWellFormed() ? cut : cut.toWellFormed();
}

/** The same list for the generated types, which ask for one that may be changed; the generated code changes none. */
export function listOf<Item>(items: readonly Item[]): Item[] {
  return items as Item[];
}
