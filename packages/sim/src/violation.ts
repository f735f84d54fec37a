/** A promise that was broken: the checker's name, and what it saw. */
export class Violation extends Error {
  override readonly name: string = "Violation";
  readonly checker: string;

  constructor(checker: string, what: string) {
    super(`${checker}: ${what}`);
    this.checker = checker;
  }
}
