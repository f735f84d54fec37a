/** A check by an HTTP request. */
import { type ClientRequest, type IncomingMessage, request as requestHttp } from "node:http";
import { request as requestHttps } from "node:https";
import { type ProbeResult, failed, passed } from "./probe.ts";

/** How much of an answer is read; what a check looks for stands nearer its beginning. */
const BODY_BYTES_MAX = 65_536;

export interface HttpExpectation {
  readonly url: string;
  /** The status that the answer has to have; any from 200 to 399 where it is left out. */
  readonly status?: number | undefined;
  /** A text that the first 64 KiB of the answer have to contain. */
  readonly body?: string | undefined;
}

/** Passes where the whole answer comes in time and is as expected. Redirects are not followed. Never rejects. */
export async function probeHttp(expected: HttpExpectation, timeoutMs: number): Promise<ProbeResult> {
  const { promise, resolve } = Promise.withResolvers<ProbeResult>();
  const { url } = expected;
  const request = send(url);
  const timer = setTimeout(
    () => end(failed(`${url} gave no whole answer within ${timeoutMs} ms`)),
    timeoutMs,
  );
  function end(result: ProbeResult): void {
    clearTimeout(timer);
    request.destroy();
    resolve(result);
  }
  request.on("error", (error) => end(failed(`${url}: ${error.message}`)));
  request.on("response", (response) => read(response, expected, end));
  return promise;
}

function send(url: string): ClientRequest {
  // No agent: each probe has a connection of its own, or a kept one would hide that no new one is taken.
  const options = { agent: false, headers: { "user-agent": "phi-node", connection: "close" } } as const;
  const request = url.startsWith("https:") ? requestHttps(url, options) : requestHttp(url, options);
  request.end();
  return request;
}

function read(
  response: IncomingMessage,
  expected: HttpExpectation,
  end: (result: ProbeResult) => void,
): void {
  const { url, status, body } = expected;
  const found = response.statusCode ?? 0;
  const fits = status === undefined ? found >= 200 && found <= 399 : found === status;
  if (!fits) return end(failed(`${url} answered ${found}, expected ${status ?? "200 to 399"}`));
  if (body === undefined) return end(passed(`${url} answered ${found}`));
  const chunks: Buffer[] = [];
  let bytes = 0;
  function judge(): void {
    const text = Buffer.concat(chunks).toString("utf8");
    const contains = text.includes(body ?? "");
    end(
      contains
        ? passed(`${url} answered ${found}`)
        : failed(`${url} answered ${found} without ${JSON.stringify(body)}`),
    );
  }
  response.on("data", (chunk: Buffer) => {
    chunks.push(chunk.subarray(0, BODY_BYTES_MAX - bytes));
    bytes += chunk.length;
    if (bytes >= BODY_BYTES_MAX) judge();
  });
  response.on("end", judge);
  response.on("error", (error) => end(failed(`${url}: ${error.message}`)));
}
