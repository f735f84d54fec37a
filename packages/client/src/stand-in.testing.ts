/**
 * A coordinator's outer side, and nothing behind it: the same listener and the same frames, with answers that are
 * written down. Tests of the client open it; tests of `phi` run it as a program, which prints its URL.
 *
 * The group or node of an order says what becomes of it: `refused`, `timed-out`, `silent` (no outcome, ever), `dropped`
 * (the connection ends after the first step); anything else is done. The first step says the order back as JSON.
 * The token `wrong` is not known, `node` may neither watch nor act, and `reader` may watch and not act.
 */
import type { IncomingMessage, ServerResponse } from "node:http";
import { type Action, type Command, type WireMessage, unreachable } from "@phidelity/core";
import { Listener, type Socket, createLog, monotonicClock } from "@phidelity/runtime";
import { eventJson } from "./json.ts";
import { answers, events, laterMembers, members, newEvent } from "./samples.testing.ts";

export class StandIn {
  /** The paths that were asked, and the orders that came, for a test to look at. */
  readonly asked: string[] = [];
  readonly commands: Command[] = [];
  /** Whether each may only read. */
  readonly #sockets = new Map<Socket, boolean>();
  /** `authorize` sees the request and `onOpen` the socket, one straight after the other. */
  #reads = false;
  #happened = events;
  #listener: Listener | undefined;

  /** Opens one on any free port, or on the one named. */
  static async open(port: number = 0): Promise<StandIn> {
    const standIn = new StandIn();
    standIn.#listener = await Listener.open({
      host: "127.0.0.1",
      port,
      clock: monotonicClock(),
      log: createLog({ name: "stand-in", level: "silent" }),
      http: (request, response) => standIn.#answer(request, response),
      sockets: {
        "/v1/watch": {
          authorize: (request) => {
            standIn.#reads = request.headers.authorization === "Bearer reader";
            return refusalOf(request);
          },
          onOpen: (socket) => standIn.#sockets.set(socket, standIn.#reads),
          onMessage: (socket, message) => standIn.#take(socket, message),
          onClosed: (socket) => standIn.#sockets.delete(socket),
        },
      },
    });
    return standIn;
  }

  get port(): number {
    return this.#listener?.port ?? 0;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Ends every connection; those who watch come back. */
  drop(): void {
    for (const socket of this.#sockets.keys()) socket.close(1001, "shutting down");
  }

  async close(): Promise<void> {
    await this.#listener?.close();
  }

  #answer(request: IncomingMessage, response: ServerResponse): void {
    this.asked.push(request.url ?? "/");
    const { status, value } = this.#answerTo(request);
    response.writeHead(status, { "content-type": "application/json" });
    response.end(JSON.stringify(value));
  }

  #answerTo(request: IncomingMessage): { readonly status: number; readonly value: unknown } {
    const refusal = refusalOf(request);
    if (refusal !== undefined) return { status: refusal.status, value: { reason: refusal.reason } };
    const { pathname, searchParams } = new URL(request.url ?? "/", this.url);
    if (pathname === "/v1/events") return { status: 200, value: { events: this.#eventsFor(searchParams) } };
    const value = answers[pathname];
    if (value === undefined) return { status: 404, value: { reason: `nothing is known of ${pathname}` } };
    return { status: 200, value };
  }

  #eventsFor(query: URLSearchParams): unknown {
    const node = query.get("node");
    return this.#happened.filter((event) => node === null || event.node === node).map(eventJson);
  }

  #take(socket: Socket, message: WireMessage): void {
    if (message.type === "watch") {
      socket.send(members);
      if (message.events) {
        // As at a real one, what is told to those who watch stands in the history at once.
        this.#happened = [...events, newEvent];
        socket.send({ type: "event", event: newEvent });
      }
      socket.send(laterMembers);
    }
    if (message.type === "command") this.#carryOut(socket, message);
  }

  #carryOut(socket: Socket, command: Command): void {
    const { request, action } = command;
    if (this.#sockets.get(socket) === true) {
      const text = `not allowed: ${action.action} needs the operator token`;
      return socket.send({ type: "outcome", request, status: "refused", afterMs: 0, text });
    }
    this.commands.push(command);
    // Somebody else's order, which must not be taken for this one.
    socket.send({ type: "progress", request: "another", afterMs: 1, text: "another's step" });
    socket.send({
      type: "outcome",
      request: "another",
      status: "refused",
      afterMs: 1,
      text: "another's end",
    });
    socket.send({ type: "progress", request, afterMs: 1.5, text: `taken: ${JSON.stringify(action)}` });
    const subject = subjectOf(action);
    if (subject === "silent") return;
    if (subject === "dropped") return socket.close(1011, "fell over");
    if (subject === "refused") {
      const text = "no candidate: db-2 lags by 1.5 MiB, allowed 1 MiB";
      return socket.send({ type: "outcome", request, status: "refused", afterMs: 2, text });
    }
    if (subject === "timed-out") {
      const text = "the promotion has not ended yet";
      return socket.send({ type: "outcome", request, status: "timedOut", afterMs: 30_000, text });
    }
    const text = command.dryRun ? "would be done" : "done as ordered";
    socket.send({ type: "progress", request, afterMs: 1_200, text: "the lease is over" });
    socket.send({ type: "outcome", request, status: "done", afterMs: 1_290.25, text });
  }
}

function refusalOf(request: IncomingMessage): { status: number; reason: string } | undefined {
  const { authorization } = request.headers;
  if (authorization === "Bearer wrong") return { status: 401, reason: "this token is not known" };
  const needed = "it needs the reader or the operator token";
  if (authorization === "Bearer node")
    return { status: 403, reason: `not allowed with this token; ${needed}` };
  return undefined;
}

function subjectOf(action: Action): string {
  switch (action.action) {
    case "drain":
    case "undrain":
    case "forget":
      return action.node;
    case "failover":
    case "switchover":
    case "ack":
      return action.group;
    case "pause":
    case "resume":
      return action.group ?? "all";
    default:
      return unreachable(action);
  }
}

if (import.meta.main) {
  const standIn = await StandIn.open();
  process.stdout.write(`${standIn.url}\n`);
}
