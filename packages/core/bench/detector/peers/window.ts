/** The last values, with their sum, mean and deviation. */
export class Window {
  readonly #values: Float64Array;
  #next = 0;
  #sum = 0;
  #squares = 0;
  size = 0;

  constructor(length: number, values: readonly number[] = []) {
    this.#values = new Float64Array(length);
    for (const value of values) this.add(value);
  }

  add(value: number): void {
    const forgotten = this.#values[this.#next] ?? 0;
    this.#values[this.#next] = value;
    this.#next = (this.#next + 1) % this.#values.length;
    this.size = Math.min(this.size + 1, this.#values.length);
    this.#sum += value - forgotten;
    this.#squares += value * value - forgotten * forgotten;
    if (this.#next === 0) this.#sumAfresh();
  }

  get sum(): number {
    return this.#sum;
  }

  get mean(): number {
    return this.#sum / this.size;
  }

  get deviation(): number {
    return Math.sqrt(Math.max(0, this.#squares / this.size - this.mean ** 2));
  }

  /** Rounding does not pile up. */
  #sumAfresh(): void {
    this.#sum = this.#values.reduce((sum, value) => sum + value, 0);
    this.#squares = this.#values.reduce((sum, value) => sum + value * value, 0);
  }
}

/** The last values in order of size. */
export class SortedWindow {
  readonly #ring: Float64Array;
  readonly #sorted: Float64Array;
  #next = 0;
  #size = 0;

  constructor(length: number) {
    this.#ring = new Float64Array(length);
    this.#sorted = new Float64Array(length);
  }

  add(value: number): void {
    const full = this.#size === this.#ring.length;
    if (full) this.#take(this.#ring[this.#next] ?? 0);
    this.#ring[this.#next] = value;
    this.#next = (this.#next + 1) % this.#ring.length;
    const at = this.#placeOf(value);
    this.#sorted.copyWithin(at + 1, at, this.#size);
    this.#sorted[at] = value;
    this.#size += 1;
  }

  /** The least value that a `share` of all does not exceed; 1 of none. */
  quantile(share: number): number {
    return this.#sorted[Math.max(0, Math.ceil(share * this.#size) - 1)] ?? 1;
  }

  #take(value: number): void {
    const at = this.#placeOf(value);
    this.#sorted.copyWithin(at, at + 1, this.#size);
    this.#size -= 1;
  }

  #placeOf(value: number): number {
    let low = 0;
    let high = this.#size;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#sorted[middle] ?? 0) < value) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
