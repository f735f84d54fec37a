/** One GET request. */
import { readFileSync } from "node:fs";
import { type IncomingMessage, type RequestOptions, request as requestPlain } from "node:http";
import { request as requestTls } from "node:https";
import { ANSWER_TIMEOUT_MS, type Targets } from "./targets.ts";

/** More than any cluster answers: ten thousand members take about three MiB. */
const ANSWER_BYTES_MAX = 64 * 2 ** 20;

export interface Answer {
  readonly status: number;
  readonly body: string;
}

/**
 * Asks one coordinator one question.
 *
 * Node's own `fetch` takes no authority of one's own, so this goes through `node:http`.
 *
 * @throws an Error whose message says in words why there is no answer
 */
export async function readHttp(url: URL, targets: Targets): Promise<Answer> {
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>();
  const request = url.protocol === "https:" ? requestTls : requestPlain;
  const sent = request(url, optionsFor(targets), resolve);
  sent.on("error", reject);
  sent.end();
  try {
    const response = await promise;
    return { status: response.statusCode ?? 0, body: await readBody(response) };
  } catch (error) {
    throw new Error(reasonOf(error), { cause: error });
  }
}

function optionsFor(targets: Targets): RequestOptions & { ca?: Buffer } {
  const authorization = targets.token === undefined ? {} : { authorization: `Bearer ${targets.token}` };
  return {
    headers: { accept: "application/json", ...authorization },
    signal: AbortSignal.timeout(ANSWER_TIMEOUT_MS),
    ...(targets.ca === undefined ? {} : { ca: readFileSync(targets.ca) }),
  };
}

async function readBody(response: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > ANSWER_BYTES_MAX) throw new Error(`the answer is larger than ${ANSWER_BYTES_MAX} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

/** Several addresses of one name fail together without a message of their own; then the code says it. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.name === "AbortError" || error.name === "TimeoutError") {
    return `no answer within ${ANSWER_TIMEOUT_MS} ms`;
  }
  if (error.message !== "") return error.message;
  return "code" in error ? String(error.code) : error.name;
}
