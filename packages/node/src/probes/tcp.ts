/** A check by connecting. */
import { connect } from "node:net";
import { type Endpoint, formatAddress } from "../address.ts";
import { type ProbeResult, failed, passed } from "./probe.ts";

/** Passes where the service takes a connection in time; the connection is dropped at once. Never rejects. */
export async function probeTcp(endpoint: Endpoint, timeoutMs: number): Promise<ProbeResult> {
  const { promise, resolve } = Promise.withResolvers<ProbeResult>();
  const where = formatAddress(endpoint);
  const socket = connect({ host: endpoint.host, port: endpoint.port });
  const timer = setTimeout(() => end(failed(`${where} did not accept within ${timeoutMs} ms`)), timeoutMs);
  function end(result: ProbeResult): void {
    clearTimeout(timer);
    socket.destroy();
    resolve(result);
  }
  socket.on("connect", () => end(passed(`${where} accepts`)));
  socket.on("error", (error) => end(failed(`${where} does not accept: ${wordsOf(error)}`)));
  return promise;
}

/** Several addresses of one name fail together without a message of their own; then the code says it. */
function wordsOf(error: NodeJS.ErrnoException): string {
  return error.message === "" ? (error.code ?? error.name) : error.message;
}
