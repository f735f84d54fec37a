/** The words of one line, and whom they name. */
import type { World } from "./world.ts";

/** The arguments of a command, one after the other. */
export class Words {
  readonly line: string;
  readonly #words: string[];

  constructor(line: string, words: string[]) {
    this.line = line;
    this.#words = words;
  }

  next(): string {
    const word = this.#words.shift();
    if (word === undefined) throw new Error(`"${this.line}" ends too early`);
    return word;
  }

  number(): number {
    const value = Number(this.next());
    if (!Number.isFinite(value)) throw new Error(`"${this.line}" has no number where one is needed`);
    return value;
  }

  /** Takes the word out where it is there. */
  has(word: string): boolean {
    const index = this.#words.indexOf(word);
    if (index >= 0) this.#words.splice(index, 1);
    return index >= 0;
  }

  optional(): string | undefined {
    return this.#words.shift();
  }
}

/** The next word as a host; `active` stands for the one that the coordinator last chose for the first group. */
export function nodeIn(world: World, words: Words): string {
  const name = words.next();
  if (name !== "active") return name;
  const state = world.coordinator.state;
  const holder = state === undefined ? "" : ([...state.groups.values()][0]?.holder ?? "");
  return holder === "" ? ([...world.nodes.keys()][0] ?? "") : holder;
}
