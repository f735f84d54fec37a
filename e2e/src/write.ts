import type { Language } from "./database.ts";

/** Where the values go: a list in Redis, a table in PostgreSQL. */
export const LIST = "e2e:values";
/** The key in which Redis keeps the epoch. */
export const EPOCH_KEY = "phi:epoch";

export interface GateAddress {
  readonly name: string;
  readonly host: string;
  readonly port: number;
}

/** One attempt to write a numbered value through one gate. Times are of the machine's monotonic clock, in ms. */
export interface Write {
  readonly value: number;
  /** Where the client that wrote it is: `outside`, or on which host. */
  readonly client: string;
  /** The name of the gate that was asked. */
  readonly gate: string;
  readonly sentAt: number;
  /** When the answer was read, or the attempt given up. */
  readonly endedAt: number;
  /** An instant at which the answer had not yet arrived: where the writer itself was slow, well before `endedAt`. */
  readonly notBefore: number;
  /** Nobody knows of an `unknown` one: the connection ended, or no answer came in time. */
  readonly outcome: "acknowledged" | "refused" | "unknown";
  /** What the database or the socket said, where it was not an acknowledgement. */
  readonly reason: string;
  /** Which database answered, as it names itself: `host:port`. */
  readonly server: string;
  /** The epoch that the database's active wrote into it; 0 where there was no answer. */
  readonly epoch: number;
}

/** How a writer goes about it. */
export interface WriterManner {
  /** How many write through one gate at a time. */
  readonly connections: number;
  /** From the answer to the next write. */
  readonly paceMs: number;
  /** From a connection that was refused, or has ended, to the next. */
  readonly retryMs: number;
  /** After this long without an answer a write is unknown, and its connection given up. */
  readonly patienceMs: number;
}

/** What a writer is told, one message each. */
export type WriterOrder =
  | {
      readonly type: "start";
      readonly gates: readonly GateAddress[];
      readonly language: Language;
      readonly client: string;
      /** Its values are `first`, `first + step` and so on, so that those of several writers differ. */
      readonly first: number;
      readonly step: number;
      readonly manner: WriterManner;
    }
  | { readonly type: "read" }
  | { readonly type: "stop" };

/** What a writer answers to `read` and `stop`: all writes since it started, or since it was read last. */
export interface WriterLog {
  readonly writes: readonly Write[];
}
