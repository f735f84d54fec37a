/** Orders to a coordinator. */
import { randomUUID } from "node:crypto";
import type { Action, Outcome, PhiError, Progress, WireMessage } from "@phidelity/core";
import { Link } from "@phidelity/runtime";
import type { Address } from "./address.ts";
import {
  type Failure,
  type Targets,
  isForbidden,
  linkOptionsOf,
  notAllowed,
  reasonOf,
  unreachable,
} from "./targets.ts";

export interface Order {
  readonly action: Action;
  readonly dryRun: boolean;
  /** How long the outcome is waited for, once the order has left. */
  readonly timeoutMs: number;
  /** False: the first word of the coordinator is enough, and so is silence. */
  readonly waits: boolean;
  readonly onProgress: (progress: Progress) => void;
}

/** How an order ended, as far as can be known from here. */
export type Ending =
  | { readonly status: Outcome["status"]; readonly afterMs: number; readonly text: string }
  /** It was taken, and nobody waited for more. */
  | { readonly status: "sent"; readonly afterMs: number; readonly text: string }
  /** It left, and what became of it is not known: it may be done, or be done yet. */
  | { readonly status: "unknown"; readonly afterMs: number; readonly text: string };

/** How long the first word is waited for where the outcome is not. */
const FIRST_WORD_MS = 1_000;

const NOT_ALLOWED_WORDS = "not allowed: ";

/**
 * Sends an order to the first coordinator that takes the connection, and tells what becomes of it.
 *
 * It is sent once. When the connection ends before the outcome is known it is not sent again: an order that was carried out
 * may not be wanted twice.
 *
 * @throws PhiError COORDINATOR_UNREACHABLE where no connection opens, NOT_ALLOWED where the token is not enough
 */
export async function act(targets: Targets, order: Order): Promise<Ending> {
  const failures: Failure[] = [];
  for (const address of targets.addresses) {
    const end = await tryOne(address, targets, order);
    if ("status" in end) return allowed(order, end);
    refuseIfForbidden(order, end.notOpened);
    failures.push({ address, reason: reasonOf(end.notOpened) });
  }
  throw unreachable(failures);
}

function tryOne(
  address: Address,
  targets: Targets,
  order: Order,
): Promise<Ending | { readonly notOpened: PhiError }> {
  const { promise, resolve } = Promise.withResolvers<Ending | { readonly notOpened: PhiError }>();
  const request = randomUUID();
  const sent: { at?: number; timer?: NodeJS.Timeout } = {};
  const passedMs = (): number => performance.now() - (sent.at ?? performance.now());
  const settle = (ending: Ending): void => {
    resolve(ending);
    link.close("the order's end is known");
  };
  const link = new Link(address.ws("/v1/watch"), linkOptionsOf(targets), {
    onOpen: () => {
      sent.at = performance.now();
      sent.timer = setTimeout(
        () => settle(silence(order, passedMs())),
        order.waits ? order.timeoutMs : FIRST_WORD_MS,
      );
      link.send({ type: "command", request, dryRun: order.dryRun, action: order.action });
    },
    onMessage: (message) => {
      const ending = take(message, request, order);
      if (ending !== undefined) settle(ending);
    },
    onClosed: (reason) => {
      clearTimeout(sent.timer);
      if (sent.at === undefined) return resolve({ notOpened: reason });
      const text = `the connection to ${address.shown} ended before the outcome was known (${reasonOf(reason)})`;
      resolve({ status: "unknown", afterMs: passedMs(), text });
    },
  });
  return promise;
}

/** What a message says of the order; undefined while it is under way, or where the message is about something else. */
function take(message: WireMessage, request: string, order: Order): Ending | undefined {
  if (message.type === "progress" && message.request === request) {
    order.onProgress(message);
    return order.waits ? undefined : { status: "sent", afterMs: message.afterMs, text: message.text };
  }
  if (message.type !== "outcome" || message.request !== request) return undefined;
  return { status: message.status, afterMs: message.afterMs, text: message.text };
}

function silence(order: Order, afterMs: number): Ending {
  if (!order.waits)
    return { status: "sent", afterMs, text: "sent; the coordinator has not said anything yet" };
  return { status: "unknown", afterMs, text: `no outcome within ${order.timeoutMs} ms` };
}

/** Who may watch may not always act; a coordinator says so in a refusal that starts with these words. */
function allowed(order: Order, ending: Ending): Ending {
  const isForbiddenHere = ending.status === "refused" && ending.text.startsWith(NOT_ALLOWED_WORDS);
  if (!isForbiddenHere) return ending;
  throw notAllowed(order.action.action, "an operator", ending.text.slice(NOT_ALLOWED_WORDS.length));
}

function refuseIfForbidden(order: Order, reason: PhiError): void {
  const { facts } = reason;
  if (!("status" in facts) || !isForbidden(facts.status)) return;
  throw notAllowed(order.action.action, "an operator", facts.reason);
}
