/** Who may do what: bearer tokens, and protection of a coordinator without tokens from web pages. */
import { createHash, timingSafeEqual } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { isLoopback } from "@phidelity/runtime";

/** What a token lets its bearer do; an operator also reads. */
export type Right = "node" | "read" | "operate";

export interface Tokens {
  readonly node: string;
  readonly operator: string;
  readonly reader?: string | undefined;
}

/** A request that is not let in: the status of the answer, and the reason in words. */
export interface Refusal {
  readonly status: number;
  readonly reason: string;
}

const NEEDED: Readonly<Record<Right, string>> = {
  node: "the node token",
  read: "the reader or the operator token",
  operate: "the operator token",
};

/** Why a request may not do something; undefined where it may. Without tokens, which only loopback can be, all may do all. */
export function refusalOf(
  request: IncomingMessage,
  right: Right,
  tokens: Tokens | undefined,
): Refusal | undefined {
  const foreign = foreignRefusal(request, tokens);
  if (foreign !== undefined || tokens === undefined) return foreign;
  const given = bearerOf(request);
  if (given === undefined) return { status: 401, reason: `a token is needed: ${NEEDED[right]}` };
  const rights = rightsOf(given, tokens);
  if (rights.length === 0) return { status: 401, reason: "this token is not known" };
  if (rights.includes(right)) return undefined;
  return { status: 403, reason: `not allowed with this token; it needs ${NEEDED[right]}` };
}

/**
 * A web page of elsewhere can make its visitor's browser send requests to loopback. Browsers name the page's origin, and a
 * page whose name was bound to loopback afterwards is named in `Host`; neither is let in.
 */
function foreignRefusal(request: IncomingMessage, tokens: Tokens | undefined): Refusal | undefined {
  const { origin, host } = request.headers;
  if (origin !== undefined && hostOf(origin) !== host) {
    return { status: 403, reason: "not allowed from another site's page" };
  }
  if (tokens === undefined && host !== undefined && !isLoopback(nameOf(host))) {
    return { status: 403, reason: "without tokens only a loopback address may be asked for" };
  }
  return undefined;
}

function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined;
}

function nameOf(host: string): string {
  const url = `http://${host}`;
  return URL.canParse(url) ? new URL(url).hostname.replaceAll(/[[\]]/g, "") : host;
}

function bearerOf(request: IncomingMessage): string | undefined {
  return /^Bearer +(\S+) *$/i.exec(request.headers.authorization ?? "")?.[1];
}

function rightsOf(given: string, tokens: Tokens): readonly Right[] {
  const isNode = same(given, tokens.node);
  const isOperator = same(given, tokens.operator);
  const isReader = tokens.reader !== undefined && same(given, tokens.reader);
  return [
    ...(isNode ? (["node"] as const) : []),
    ...(isOperator ? (["operate"] as const) : []),
    ...(isOperator || isReader ? (["read"] as const) : []),
  ];
}

/** Compares in a time that tells nothing of where two texts differ, nor of their lengths. */
function same(one: string, other: string): boolean {
  return timingSafeEqual(digest(one), digest(other));
}

function digest(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
