/**
 * Answers HAProxy's agent-check (its configuration manual, section 5.2): one line to each connection, then its end.
 * `up` means that clients may be sent to this member now: under a valid lease, or in an active-active group while it
 * serves. Everything else is `down`.
 *
 * The lease is compared with the clock at each answer (SAFETY.md, rule 8), never with what was answered before: a
 * daemon that was frozen across the end of its lease answers `down` at once.
 *
 * `drain` is never said, though it would suit a member that leaves an active-active group: it sets HAProxy's
 * administrative state, which only `ready` lifts again, and `ready` would also lift the `maint` of a person. `down`
 * does the same for new connections, and leaves the open ones alone unless the backend says `on-marked-down`.
 */
import { type Server, type Socket, createServer } from "node:net";
import { type GroupId, groupId } from "@phidelity/core";
import type { Logger } from "@phidelity/runtime";
import type { Endpoint } from "./address.ts";
import type { ServiceConfig } from "./config-schema.ts";
import { listen } from "./listen.ts";

/** Time to take the answer and close; a load balancer needs a round trip, and asks again well before this. */
const PATIENCE_MS = 2_000;
/** A few load balancers with a few processes each. Whoever comes beyond is closed without an answer. */
const CONNECTIONS_MAX = 64;

/** The agent checks of all services that have one. */
export class AgentChecks {
  readonly #takesTraffic: (group: GroupId) => boolean;
  readonly #log: Logger;
  readonly #servers: Server[] = [];
  readonly #open = new Set<Socket>();

  /** @param takesTraffic whether clients may be sent to this member; asked at each connection */
  constructor(takesTraffic: (group: GroupId) => boolean, log: Logger) {
    this.#takesTraffic = takesTraffic;
    this.#log = log;
  }

  /** @throws PhiError PORT_TAKEN or LISTEN_FAILED; those that were opened are closed by {@link close} */
  async open(services: readonly ServiceConfig[]): Promise<void> {
    for (const { group, agentCheck } of services) {
      if (agentCheck !== undefined) await this.#listen(groupId(group), agentCheck.listen);
    }
  }

  /** Stops to listen, and ends what is open. */
  async close(): Promise<void> {
    const closed = this.#servers.map((server) => new Promise((resolve) => server.close(resolve)));
    for (const socket of this.#open) socket.destroy();
    await Promise.all(closed);
  }

  async #listen(group: GroupId, at: Endpoint): Promise<void> {
    const server = createServer((socket) => this.#answer(group, socket));
    server.maxConnections = CONNECTIONS_MAX;
    this.#servers.push(server);
    await listen(server, at);
    server.on("error", (error) =>
      this.#log.warn({ group, reason: error.message }, "agent check: cannot accept"),
    );
  }

  #answer(group: GroupId, socket: Socket): void {
    this.#open.add(socket);
    socket.on("error", () => socket.destroy());
    socket.on("close", () => this.#open.delete(socket));
    socket.setTimeout(PATIENCE_MS, () => socket.destroy());
    socket.resume(); // HAProxy may send a line first (`agent-send`): it is not needed, and its end is to be seen.
    socket.end(this.#takesTraffic(group) ? "up\n" : "down\n");
  }
}
