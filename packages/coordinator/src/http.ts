/** The HTTP side: finds the route, checks the right, reads the body, writes the answer. What is answered is in `routes.ts`. */
import type { IncomingMessage, ServerResponse } from "node:http";
import { PhiError } from "@phidelity/core";
import type { Refusal, Right } from "./access.ts";

/** One request, taken apart. */
export interface Call {
  /** What stood in the place of each `:name` of the route's path. */
  readonly names: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** The body as JSON; undefined where there is none. */
  readonly body: unknown;
  /** Who asks, in words, for the history. */
  readonly by: string;
  /** Calls back when the asker has gone before the answer. */
  onGone(listener: () => void): void;
}

export interface Answer {
  readonly status: number;
  /** What is said, as JSON; a text where `type` is set. */
  readonly value: unknown;
  /** The content type of a text. */
  readonly type?: string;
}

export interface Route {
  readonly method: "GET" | "POST";
  /** Such as `/v1/groups/:group`. */
  readonly path: string;
  /** Left out where everybody may ask. */
  readonly right?: Right;
  readonly answer: (call: Call) => Answer | Promise<Answer>;
}

/** Why a request has not the right that it needs; undefined where it has. */
export type RefusalOf = (request: IncomingMessage, right: Right) => Refusal | undefined;

/** An order's body has a handful of fields. */
const BODY_BYTES_MAX = 65_536;

interface Found {
  readonly route: Route;
  readonly names: Readonly<Record<string, string>>;
}

/** Answers requests by a table of routes. */
export class Http {
  readonly #routes: readonly Route[];
  readonly #refusalOf: RefusalOf;

  constructor(routes: readonly Route[], refusal: RefusalOf) {
    this.#routes = routes;
    this.#refusalOf = refusal;
  }

  /** Answers one request. Never rejects for anything that a request can cause. */
  async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    response.on("error", () => response.destroy()); // The asker has gone; there is nobody to tell.
    const [path = "/", search = ""] = (request.url ?? "/").split("?");
    const fitting = this.#routes.flatMap((route) => match(route, path));
    if (fitting.length === 0)
      return write(response, { status: 404, value: { reason: `there is nothing at ${path}` } });
    const method = request.method === "HEAD" ? "GET" : request.method;
    const found = fitting.find(({ route }) => route.method === method);
    if (found === undefined) return refuseMethod(request, response, fitting);
    const { right } = found.route;
    const refusal = right === undefined ? undefined : this.#refusalOf(request, right);
    if (refusal !== undefined)
      return write(response, { status: refusal.status, value: { reason: refusal.reason } });
    write(response, await answerOf(found, request, response, new URLSearchParams(search)));
  }
}

async function answerOf(
  { route, names }: Found,
  request: IncomingMessage,
  response: ServerResponse,
  query: URLSearchParams,
): Promise<Answer> {
  const body = route.method === "POST" ? await readBody(request) : {};
  if ("problem" in body) return { status: 400, value: { reason: body.problem } };
  const by = `operator at ${request.socket.remoteAddress ?? "an unknown address"}`;
  const onGone = (listener: () => void): void => void response.once("close", listener);
  try {
    return await route.answer({ names, query, body: body.value, by, onGone });
  } catch (error) {
    if (!(error instanceof PhiError)) throw error;
    return { status: 503, value: { reason: error.message } };
  }
}

function match(route: Route, path: string): Found[] {
  const wanted = route.path.split("/");
  const given = path.split("/");
  if (wanted.length !== given.length) return [];
  const names: Record<string, string> = {};
  for (const [index, part] of wanted.entries()) {
    const text = given[index] ?? "";
    if (part.startsWith(":")) names[part.slice(1)] = decoded(text);
    else if (part !== text) return [];
  }
  return [{ route, names }];
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // Not decodable, so no name of anything: the look-up answers 404.
  }
}

/** JSON only: a web page of elsewhere can send forms and texts without asking its browser's leave, but not JSON. */
async function readBody(request: IncomingMessage): Promise<{ value?: unknown } | { problem: string }> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of request as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > BODY_BYTES_MAX) return { problem: `the body is larger than ${BODY_BYTES_MAX} bytes` };
      chunks.push(chunk);
    }
  } catch {
    return { problem: "the body ended early" }; // The asker has gone; nobody reads this.
  }
  if (size === 0) return {};
  if (!/^application\/json\b/.test(request.headers["content-type"] ?? "")) {
    return { problem: "the body is to be JSON, with content-type: application/json" };
  }
  try {
    return { value: JSON.parse(Buffer.concat(chunks).toString("utf8")) };
  } catch (error) {
    return { problem: `the body is no JSON: ${error instanceof Error ? error.message : String(error)}` };
  }
}

function refuseMethod(request: IncomingMessage, response: ServerResponse, fitting: readonly Found[]): void {
  const allowed = fitting.map(({ route }) => route.method).join(", ");
  response.setHeader("allow", allowed);
  write(response, {
    status: 405,
    value: { reason: `${request.method} is not possible here, only ${allowed}` },
  });
}

function write(response: ServerResponse, { status, value, type }: Answer): void {
  const text = type === undefined ? `${JSON.stringify(value)}\n` : String(value);
  if (response.destroyed || response.headersSent) return;
  response.writeHead(status, {
    "content-type": type ?? "application/json",
    "content-length": Buffer.byteLength(text),
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
    ...(status === 400 ? { connection: "close" } : {}), // What is left of a body is not read.
  });
  response.end(text);
}
