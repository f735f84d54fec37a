/** What the daemon's main loop and its sending thread say to each other. */
import type { CoordinatorMessage, Instant, NodeMessage } from "@phidelity/core";
import type { TlsFiles } from "@phidelity/runtime";

export interface SenderOptions {
  readonly intervalMs: number;
  readonly token?: string | undefined;
  readonly tls?: TlsFiles | undefined;
}

/** What the main loop orders. */
export type SenderOrder =
  | { readonly type: "connect"; readonly attempt: number; readonly url: string }
  | {
      readonly type: "send";
      readonly attempt: number;
      readonly message: NodeMessage;
      /** When a heartbeat's slot comes, on the clock that the threads share. */
      readonly slotAt?: Instant | undefined;
    }
  | { readonly type: "disconnect"; readonly attempt: number; readonly reason: string };

/** What the sending thread tells. */
export type SenderNews =
  | { readonly type: "opened"; readonly attempt: number }
  | {
      readonly type: "received";
      readonly attempt: number;
      readonly message: CoordinatorMessage;
      /** Of an ack: the time since its heartbeat left. */
      readonly roundTripMs?: number | undefined;
    }
  | { readonly type: "closed"; readonly attempt: number; readonly reason: string };
