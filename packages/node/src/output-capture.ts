/** What is kept of a command's output: this much of its beginning and of its end, 8 KiB with the words between. */
const HEAD_BYTES = 4_032;
const TAIL_BYTES = 4_096;

/** Keeps the beginning and the end of a stream of bytes, and counts what lies between; never more than 8 KiB. */
export class OutputCapture {
  #head: Buffer = Buffer.alloc(0);
  #tail: Buffer = Buffer.alloc(0);
  #leftOut = 0;

  add(chunk: Buffer): void {
    const forHead = chunk.subarray(0, HEAD_BYTES - this.#head.length);
    if (forHead.length > 0) this.#head = Buffer.concat([this.#head, forHead]);
    const rest = chunk.subarray(forHead.length);
    if (rest.length === 0) return;
    const ending = Buffer.concat([this.#tail, rest.subarray(-TAIL_BYTES)]);
    this.#leftOut += this.#tail.length + rest.length - Math.min(ending.length, TAIL_BYTES);
    this.#tail = Buffer.from(ending.subarray(-TAIL_BYTES));
  }

  /** The text, at most 8 KiB in UTF-8; a byte that is no text reads as `?`. */
  text(): string {
    const between = this.#leftOut > 0 ? `\n... ${this.#leftOut} bytes left out ...\n` : "";
    return readable(this.#head) + between + readable(this.#tail);
  }

  /** True where the text is not the whole output. */
  get cut(): boolean {
    return this.#leftOut > 0;
  }
}

function readable(bytes: Buffer): string {
  return bytes.toString("utf8").replaceAll("\uFFFD", "?");
}
