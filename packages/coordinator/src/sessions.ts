/** Connections of nodes: one Hello each, then messages, numbered so that the machine can tell them apart. */
import type { IncomingMessage } from "node:http";
import {
  type ClusterEvent,
  type CoordinatorMessage,
  type Hello,
  type Instant,
  type NodeMessage,
  type Refused,
  type SessionId,
  type WireMessage,
} from "@phidelity/core";
import {
  type Logger,
  PROTOCOL_MAX,
  PROTOCOL_MIN,
  type Socket,
  type SocketRoute,
  agreeOnProtocol,
} from "@phidelity/runtime";
import type { Refusal } from "./access.ts";
import { SOFTWARE_VERSION } from "./version.ts";

/** A node says who it is as the first thing; five seconds allow for a slow start, and not for a stranger. */
const HELLO_TIMEOUT_MS = 5_000;
/** "Policy violation" in RFC 6455: the frame was readable, but not what may come here. */
const CLOSE_UNEXPECTED = 1008;
const CLOSE_NORMAL = 1000;

export interface SessionsOptions {
  readonly authorize: (request: IncomingMessage) => Refusal | undefined;
  readonly dispatch: (event: ClusterEvent, at: Instant | undefined) => void;
  readonly onHeartbeat: () => void;
  readonly log: Logger;
}

/**
 * Carries messages between nodes and the machine. A session has the number of its socket, which is never used twice, and
 * its socket the name of the node, once that has said hello.
 */
export class Sessions implements SocketRoute {
  readonly #options: SessionsOptions;
  readonly #sockets = new Map<SessionId, Socket>();
  /** Those that have not said hello yet. */
  readonly #silent = new Map<SessionId, NodeJS.Timeout>();

  constructor(options: SessionsOptions) {
    this.#options = options;
  }

  authorize(request: IncomingMessage): Refusal | undefined {
    return this.#options.authorize(request);
  }

  onOpen(socket: Socket): void {
    const timer = setTimeout(() => {
      this.#refuse(socket, `no hello within ${HELLO_TIMEOUT_MS} ms`);
    }, HELLO_TIMEOUT_MS);
    this.#sockets.set(socket.id, socket);
    this.#silent.set(socket.id, timer);
  }

  onMessage(socket: Socket, message: WireMessage, at: Instant): void {
    const { id, name } = socket;
    if (message.type === "hello") return this.#takeHello(socket, message, at);
    if (!isNodeMessage(message)) return this.#refuse(socket, `${message.type} is not for a node to say`);
    if (name === undefined) return this.#refuse(socket, `${message.type} before hello`);
    // What a node carries for another speaks as that other; the machine knows whom it may carry for.
    if (message.type !== "relay" && "node" in message && message.node !== name) {
      return this.#refuse(socket, `${name} spoke as ${message.node}`);
    }
    if (message.type === "heartbeat") this.#options.onHeartbeat();
    this.#options.dispatch({ type: "received", session: id, message }, at);
  }

  onClosed(socket: Socket): void {
    this.#sockets.delete(socket.id);
    this.#heard(socket);
    if (socket.name !== undefined) {
      this.#options.dispatch({ type: "disconnected", session: socket.id }, undefined);
    }
  }

  /** Sends to a session; one that has ended drops it. */
  send(session: SessionId, message: CoordinatorMessage): void {
    this.#sockets.get(session)?.send(message);
  }

  /** Ends a session after what was sent to it. */
  disconnect(session: SessionId, reason: string): void {
    this.#sockets.get(session)?.close(CLOSE_NORMAL, reason);
  }

  #takeHello(socket: Socket, hello: Hello, at: Instant): void {
    if (socket.name !== undefined) return this.#refuse(socket, "a second hello");
    this.#heard(socket);
    const refusal = versionRefusal(hello) ?? certificateRefusal(hello, socket);
    if (refusal !== undefined) {
      socket.send(refusal);
      return this.#refuse(socket, refusal.reason);
    }
    socket.name = hello.node;
    this.#options.dispatch({ type: "received", session: socket.id, message: hello }, at);
  }

  #heard({ id }: Socket): void {
    clearTimeout(this.#silent.get(id));
    this.#silent.delete(id);
  }

  #refuse(socket: Socket, reason: string): void {
    this.#options.log.warn({ remote: socket.remote, reason }, "node connection closed");
    socket.close(CLOSE_UNEXPECTED, reason);
  }
}

const FROM_NODES: ReadonlySet<string> = new Set<NodeMessage["type"]>([
  "heartbeat",
  "pulse",
  "leave",
  "hookResult",
  "probeAnswer",
  "relay",
  "hello",
]);

function isNodeMessage(message: WireMessage): message is NodeMessage {
  return FROM_NODES.has(message.type);
}

function versionRefusal(hello: Hello): Refused | undefined {
  if (agreeOnProtocol({ min: hello.protocolMin, max: hello.protocolMax }) !== undefined) return undefined;
  const ours = `${PROTOCOL_MIN} to ${PROTOCOL_MAX} (coordinator ${SOFTWARE_VERSION})`;
  const theirs = `${hello.protocolMin} to ${hello.protocolMax} (node ${hello.software})`;
  return refused("version", `no common protocol version: the coordinator speaks ${ours}, the node ${theirs}`);
}

/** With client certificates, a node's certificate names it. */
function certificateRefusal(hello: Hello, socket: Socket): Refused | undefined {
  const names = socket.certificateNames;
  if (names === undefined || names.includes(hello.node)) return undefined;
  return refused("auth", `the certificate is for ${names.join(", ")}, not for ${hello.node}`);
}

function refused(code: Refused["code"], reason: string): Refused {
  return {
    type: "refused",
    code,
    reason,
    protocolMin: PROTOCOL_MIN,
    protocolMax: PROTOCOL_MAX,
    software: SOFTWARE_VERSION,
  };
}
