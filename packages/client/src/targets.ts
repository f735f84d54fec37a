/** Whom the client talks to, and as whom. */
import { PhiError } from "@phidelity/core";
import type { LinkOptions } from "@phidelity/runtime";
import { monotonicClock } from "@phidelity/runtime";
import { type Address, addressOf } from "./address.ts";

/** How long one coordinator may take to answer, or to open a connection, before the next one is tried. */
export const ANSWER_TIMEOUT_MS = 5_000;

export interface TargetOptions {
  /** Base URLs of coordinators, tried in this order. */
  readonly coordinators: readonly string[];
  /** A bearer token. */
  readonly token?: string;
  /** Path of a PEM file with the authority that signed the coordinators' certificates. */
  readonly ca?: string;
}

export interface Targets {
  readonly addresses: readonly Address[];
  readonly token: string | undefined;
  readonly ca: string | undefined;
}

/** Reads the options. @throws PhiError CONFIG_INVALID for a URL that is none, or where none is named */
export function targetsOf(options: TargetOptions): Targets {
  if (options.coordinators.length === 0) {
    throw new PhiError("CONFIG_INVALID", {
      file: "--coordinator",
      problems: "--coordinator: at least one is needed",
    });
  }
  return { addresses: options.coordinators.map(addressOf), token: options.token, ca: options.ca };
}

/** How a WebSocket to one of them is opened. */
export function linkOptionsOf(targets: Targets): LinkOptions {
  return {
    clock: monotonicClock(),
    connectTimeoutMs: ANSWER_TIMEOUT_MS,
    ...(targets.token === undefined ? {} : { token: targets.token }),
    ...(targets.ca === undefined ? {} : { tls: { ca: targets.ca } }),
  };
}

/** One try that came to nothing. */
export interface Failure {
  readonly address: Address;
  readonly reason: string;
}

/** What is said when nobody answered: each URL that was tried, and why it did not serve. */
export function unreachable(failures: readonly Failure[]): PhiError {
  const tried = failures.map(({ address, reason }) => `${address.shown} (${reason})`).join(", ");
  return new PhiError("COORDINATOR_UNREACHABLE", { tried });
}

/** What is said when a coordinator answered that this token is not enough. */
export function notAllowed(action: string, needs: string, reason: string): PhiError {
  const hint = `${needs} token (--token or PHI_TOKEN)`;
  return new PhiError("NOT_ALLOWED", { action, needs: reason === "" ? hint : `${hint}: ${reason}` });
}

/** Whether an HTTP status says that the token is missing or not enough. */
export function isForbidden(status: number): boolean {
  return status === 401 || status === 403;
}

/** Why a link ended, without the peer's URL, which is said beside it. */
export function reasonOf(error: PhiError): string {
  const { facts } = error;
  if ("status" in facts) return `answered ${facts.status}: ${facts.reason}`;
  if ("reason" in facts && facts.reason !== "") return facts.reason;
  if ("wsCode" in facts) return `closed with ${facts.wsCode}`;
  return error.message;
}
