/** What puts a fault right again. Safe to call when it is right already. */
export type Undo = () => Promise<void>;

/** The faults that are on now; whatever happens, {@link undo} takes them all back, the last one first. */
export class Faults {
  readonly #undos: Undo[] = [];

  /** Notes a fault that has begun. */
  async begin(fault: Promise<Undo> | Undo): Promise<void> {
    this.#undos.push(await fault);
  }

  async undo(): Promise<void> {
    const troubles: unknown[] = [];
    for (let undo = this.#undos.pop(); undo !== undefined; undo = this.#undos.pop()) {
      await undo().catch((error: unknown) => troubles.push(error));
    }
    if (troubles.length > 0) throw new AggregateError(troubles, "not every fault could be undone");
  }
}
