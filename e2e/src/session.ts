import type { GateAddress, WriterManner } from "./write.ts";

/** One connection of a writer to a database, through a gate. */
export interface Session {
  /** Which server answers, as it names itself: `host:port`. */
  readonly server: string;
  /** Writes one value; throws where nobody knows what became of it. */
  write(value: number): Promise<Answer>;
  close(): void;
}

export type Answer =
  | { readonly outcome: "acknowledged"; readonly epoch: number }
  /** The value was surely not written. */
  | { readonly outcome: "refused"; readonly epoch: number; readonly reason: string };

/** Opens a session or throws. */
export type OpenSession = (gate: GateAddress, manner: WriterManner) => Promise<Session>;

export const CONNECT_TIMEOUT_MS = 500;

/** Gives up after a while. */
export function inTime<T>(work: Promise<T>, patienceMs: number): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`no answer in ${patienceMs} ms`)), patienceMs);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
