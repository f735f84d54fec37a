/** A small client for Redis: one connection, answers in order, no retries. */
import { type Socket, connect } from "node:net";

export type Reply = string | number | null | ReplyError | readonly Reply[];

/** A reply as words: what Redis printed, an array in JSON. */
export function wordsOf(reply: Reply): string {
  if (reply instanceof ReplyError) return reply.text;
  return typeof reply === "object" ? JSON.stringify(reply) : String(reply);
}

/** An answer that Redis marked as an error. */
export class ReplyError {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

interface Waiting {
  resolve(reply: Reply): void;
  reject(reason: Error): void;
}

const ASK_TIMEOUT_MS = 5_000;

export class RespClient {
  readonly #socket: Socket;
  readonly #waiting: Waiting[] = [];
  #unread: Buffer = Buffer.alloc(0);
  #closed: Error | undefined;

  private constructor(socket: Socket) {
    this.#socket = socket;
    socket.on("data", (bytes: Buffer) => this.#read(bytes));
    socket.on("error", (error) => this.#end(error));
    socket.on("close", () => this.#end(new Error("the connection was closed")));
  }

  /** Opens a connection or throws, in either case within the time given. */
  static open(host: string, port: number, timeoutMs: number): Promise<RespClient> {
    return new Promise((resolve, reject) => {
      const socket = connect({ host, port, noDelay: true });
      const timer = setTimeout(() => socket.destroy(new Error("connecting took too long")), timeoutMs);
      socket.once("error", reject);
      socket.once("close", () => clearTimeout(timer));
      socket.once("connect", () => {
        clearTimeout(timer);
        socket.off("error", reject);
        resolve(new RespClient(socket));
      });
    });
  }

  /** Sends commands in one go. The answers come in order; the promise fails where the connection ends first. */
  all(...commands: readonly (readonly string[])[]): Promise<Reply[]> {
    const closed = this.#closed;
    if (closed !== undefined) return Promise.reject(closed);
    const replies = commands.map(
      () => new Promise<Reply>((resolve, reject) => this.#waiting.push({ resolve, reject })),
    );
    this.#socket.write(commands.map(encode).join(""));
    return Promise.all(replies);
  }

  /** Sends one command; an error reply is thrown, and so is no answer in five seconds. */
  async ask(...command: readonly string[]): Promise<Reply> {
    const timer = setTimeout(() => this.#socket.destroy(new Error("no answer in 5 s")), ASK_TIMEOUT_MS);
    const [reply = null] = await this.all(command).finally(() => clearTimeout(timer));
    if (reply instanceof ReplyError) throw new Error(`${command.join(" ")}: ${reply.text}`);
    return reply;
  }

  close(): void {
    this.#socket.destroy();
  }

  get open(): boolean {
    return this.#closed === undefined;
  }

  #read(bytes: Buffer): void {
    this.#unread = this.#unread.length === 0 ? bytes : Buffer.concat([this.#unread, bytes]);
    for (;;) {
      const parsed = parse(this.#unread, 0);
      if (parsed === undefined) return;
      this.#unread = this.#unread.subarray(parsed.end);
      this.#waiting.shift()?.resolve(parsed.reply);
    }
  }

  #end(reason: Error): void {
    this.#closed ??= reason;
    for (const waiting of this.#waiting.splice(0)) waiting.reject(this.#closed);
  }
}

function encode(command: readonly string[]): string {
  const words = command.map((word) => `$${Buffer.byteLength(word)}\r\n${word}\r\n`);
  return `*${command.length}\r\n${words.join("")}`;
}

interface Parsed {
  readonly reply: Reply;
  readonly end: number;
}

/** One reply from `start`, or undefined where it is not all there yet. */
function parse(bytes: Buffer, start: number): Parsed | undefined {
  const lineEnd = bytes.indexOf("\r\n", start);
  if (lineEnd < 0) return undefined;
  const line = bytes.toString("utf8", start + 1, lineEnd);
  const end = lineEnd + 2;
  switch (bytes[start]) {
    case 0x2b: // +
      return { reply: line, end };
    case 0x2d: // -
      return { reply: new ReplyError(line), end };
    case 0x3a: // :
      return { reply: Number(line), end };
    case 0x24: // $
      return parseBulk(bytes, Number(line), end);
    case 0x2a: // *
      return parseArray(bytes, Number(line), end);
    case undefined:
    default:
      return { reply: new ReplyError(`not Redis: ${line}`), end };
  }
}

function parseBulk(bytes: Buffer, length: number, start: number): Parsed | undefined {
  if (length < 0) return { reply: null, end: start };
  const end = start + length;
  return bytes.length < end + 2 ? undefined : { reply: bytes.toString("utf8", start, end), end: end + 2 };
}

function parseArray(bytes: Buffer, length: number, start: number): Parsed | undefined {
  const replies: Reply[] = [];
  let end = start;
  for (let index = 0; index < length; index += 1) {
    const parsed = parse(bytes, end);
    if (parsed === undefined) return undefined;
    replies.push(parsed.reply);
    end = parsed.end;
  }
  return { reply: replies, end };
}
