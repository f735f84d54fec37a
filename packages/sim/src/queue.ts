/** What will happen when: a binary heap over true time. Of two at one instant, the one that was planned first is first. */
interface Planned {
  readonly at: number;
  readonly order: number;
  readonly run: () => void;
}

/** The agenda of a world. */
export class Queue {
  readonly #heap: Planned[] = [];
  #order = 0;

  /** Plans `run` for a point in true time. */
  plan(at: number, run: () => void): void {
    const heap = this.#heap;
    const entry = { at, order: this.#order, run };
    this.#order += 1;
    let child = heap.push(entry) - 1;
    while (child > 0) {
      const parent = (child - 1) >> 1;
      const above = heap[parent] as Planned;
      if (!isBefore(entry, above)) break;
      heap[child] = above;
      child = parent;
    }
    heap[child] = entry;
  }

  /** Takes out what comes first; undefined where nothing is planned. */
  take(): Planned | undefined {
    const heap = this.#heap;
    const first = heap[0];
    const last = heap.pop();
    if (last !== undefined && heap.length > 0) this.#sink(last);
    return first;
  }

  #sink(entry: Planned): void {
    const heap = this.#heap;
    let parent = 0;
    for (;;) {
      let child = 2 * parent + 1;
      if (child >= heap.length) break;
      if (child + 1 < heap.length && isBefore(heap[child + 1] as Planned, heap[child] as Planned)) child += 1;
      const below = heap[child] as Planned;
      if (!isBefore(below, entry)) break;
      heap[parent] = below;
      parent = child;
    }
    heap[parent] = entry;
  }
}

function isBefore(one: Planned, other: Planned): boolean {
  return one.at < other.at || (one.at === other.at && one.order < other.order);
}
