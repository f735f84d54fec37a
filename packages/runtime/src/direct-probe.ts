/**
 * Asks a daemon at its own address whether it is there: `GET /healthz`, which names the node and its incarnation, each
 * time on a connection of its own.
 *
 * Up to three tries, a third of the limit apart: a lost SYN is sent again by TCP after a whole second only. Each may take
 * what is left of the limit. No token goes along: the answer is open to all, and who listens there now may be anybody.
 */
import { type IncomingMessage, type RequestOptions, request as httpRequest } from "node:http";
import { request as httpsRequest } from "node:https";
import { isIP } from "node:net";
import type { DirectProbe, ProbeEnded, ProbeOutcome } from "@phidelity/core";
import { type TlsFiles, readTls } from "./tls.ts";

const TRIES = 3;
/** The answer is a line; whoever sends more is somebody else. */
const BODY_LENGTH_MAX = 4_096;

export interface DirectProbesOptions {
  /** Whether daemons of this cluster speak TLS. */
  readonly secure: boolean;
  /** Whom to trust, and who we are where they ask for a certificate. */
  readonly tls?: TlsFiles | undefined;
  /** Whether a loopback address leads to the daemon, which it does where all run on one host. */
  readonly reachesLoopback: boolean;
  /** Told of each probe once, when it has ended. */
  readonly onEnded: (end: ProbeEnded) => void;
}

type Request = ReturnType<typeof httpRequest>;

/** Probes under way. */
export class DirectProbes {
  readonly #options: DirectProbesOptions;
  readonly #running = new Set<() => void>();

  constructor(options: DirectProbesOptions) {
    this.#options = options;
  }

  /** Asks; `onEnded` follows after the probe's limit at the latest, and not within this call. */
  run(probe: DirectProbe): void {
    const done = (outcome: ProbeOutcome): void =>
      this.#options.onEnded({ type: "probeEnded", probe: probe.probe, node: probe.node, outcome });
    const target = this.#targetOf(probe);
    if (target === undefined) return void setImmediate(done, "impossible");
    const requests: Request[] = [];
    const timers: NodeJS.Timeout[] = [];
    const stop = (): void => {
      this.#running.delete(stop);
      for (const timer of timers) clearTimeout(timer);
      for (const one of requests) one.destroy();
    };
    const settle = (outcome: ProbeOutcome): void => {
      if (!this.#running.has(stop)) return;
      stop();
      done(outcome);
    };
    this.#running.add(stop);
    const attempt = (): void => void requests.push(ask(target, probe, settle));
    for (let at = 1; at < TRIES; at += 1) timers.push(setTimeout(attempt, (at * probe.limitMs) / TRIES));
    // Where our own loop was held up, the answer may lie in the socket: it is read before anything is concluded.
    timers.push(setTimeout(() => void setImmediate(settle, "silent"), probe.limitMs));
    attempt();
  }

  /** Ends them all; nothing follows. */
  stop(): void {
    for (const stop of this.#running) stop();
  }

  #targetOf({ listen }: DirectProbe): RequestOptions | undefined {
    const { secure, tls, reachesLoopback } = this.#options;
    const url = `${secure ? "https" : "http"}://${listen}/healthz`;
    if (!URL.canParse(url)) return undefined;
    const { protocol, hostname, port } = new URL(url);
    const host = hostname.replaceAll(/[[\]]/g, "");
    if (!reachesLoopback && isLoopback(host)) return undefined;
    const defaultPort = secure ? 443 : 80;
    const where = { protocol, host, port: port === "" ? defaultPort : Number(port), path: "/healthz" };
    try {
      return { ...where, agent: false, ...(secure && tls !== undefined ? readTls(tls) : {}) };
    } catch {
      return undefined; // A certificate cannot be read; whoever listens or connects with it says so.
    }
  }
}

/** One try. What says nothing (cut off, reset, no way there) is left to the limit. */
function ask(target: RequestOptions, probe: DirectProbe, settle: (outcome: ProbeOutcome) => void): Request {
  const open = target.protocol === "https:" ? httpsRequest : httpRequest;
  const request = open(target, (response) => {
    read(response, (body) => settle(isFrom(body, probe) ? "answered" : "gone"));
  });
  request.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "ECONNREFUSED") settle("gone");
  });
  request.end();
  return request;
}

function read(response: IncomingMessage, done: (body: string) => void): void {
  let body = "";
  response.setEncoding("utf8");
  response.on("data", (chunk: string) => {
    body += chunk;
    if (body.length > BODY_LENGTH_MAX) done("");
  });
  response.on("end", () => done(body));
  response.on("error", () => {}); // Cut off in the middle: the limit decides.
}

function isFrom(body: string, { node, incarnation }: DirectProbe): boolean {
  const said = parsed(body);
  return said?.["node"] === node && said["incarnation"] === String(incarnation);
}

function parsed(body: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined; // Not JSON: somebody else's answer.
  }
}

/** True of an address that only programs of this machine can reach. */
export function isLoopback(host: string): boolean {
  if (host === "localhost" || host === "::1") return true;
  return isIP(host) === 4 && host.startsWith("127.");
}
