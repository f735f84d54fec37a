/** A wrong program. Never caught: the process ends, its lease runs out, and another node takes over. */
export class AssertionError extends Error {
  override readonly name: string = "AssertionError";
}

/** Ends the program when something that must hold does not. Never for input: that is an event or a PhiError. */
export function assert(holds: boolean, because: string): asserts holds {
  if (!holds) throw new AssertionError(because);
}

/** Proves to the compiler that a switch has named every case. */
export function unreachable(value: never): never {
  throw new AssertionError(`unreachable: ${JSON.stringify(value)}`);
}
