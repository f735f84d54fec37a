/**
 * A node's connections with its peers, as `phi-node` keeps them: who opens one knows whom it reaches, an accepted one is
 * named by its first beat, and a newer connection replaces an older one, whose end is then no news.
 */
import {
  type AgentEffect,
  type AgentEvent,
  type PeerMessage,
  type WireMessage,
  nodeId,
} from "@phidelity/core";
import type { Connection, Side } from "./connection.ts";
import { inWords } from "./trace.ts";
import type { World } from "./world.ts";

/** As in `phi-node`: from the order to the open connection, in ms. */
const CONNECT_TIMEOUT_MS = 2_000;

type PeerEffect = Extract<AgentEffect, { readonly type: "peerConnect" | "peerDisconnect" | "peerSend" }>;

/** One end of a connection. */
interface Link {
  readonly connection: Connection;
  readonly side: Side;
}

export class PeerLinks {
  readonly #world: World;
  readonly #node: string;
  readonly #reach: (run: () => void) => void;
  readonly #tell: (event: AgentEvent) => void;
  readonly #open = new Map<string, Link>();
  readonly #opening = new Map<string, Link>();
  readonly #guests = new Set<Link>();

  /**
   * @param reach runs something as soon as the host is not frozen
   * @param tell hands the machine an event, from within `reach`
   */
  constructor(
    world: World,
    node: string,
    reach: (run: () => void) => void,
    tell: (event: AgentEvent) => void,
  ) {
    this.#world = world;
    this.#node = node;
    this.#reach = reach;
    this.#tell = tell;
  }

  perform(effect: PeerEffect): void {
    const { now, trace } = this.#world;
    const { peer } = effect;
    switch (effect.type) {
      case "peerConnect":
        return this.#connect(peer);
      case "peerDisconnect":
        return this.#disconnect(peer);
      case "peerSend": {
        if (trace.isDetailed) trace.say(now, this.#node, `says to ${peer}: ${inWords(effect.message)}`);
        const link = this.#open.get(peer);
        return link?.connection.send(link.side, effect.message);
      }
    }
  }

  #connect(peer: string): void {
    const world = this.#world;
    const before = this.#opening.get(peer);
    const link: Link = {
      side: "opener",
      connection: world.network.connect(this.#node, peer, {
        opened: () => this.#reach(() => this.#opened(peer, link)),
        received: (message) => this.#reach(() => this.#take(peer, link, message)),
        closed: () => this.#reach(() => this.#closed(peer, link)),
      }),
    };
    this.#opening.set(peer, link);
    if (before !== undefined) close(before);
    world.queue.plan(world.now + CONNECT_TIMEOUT_MS, () => this.#reach(() => this.#timedOut(peer, link)));
  }

  #disconnect(peer: string): void {
    for (const links of [this.#open, this.#opening]) {
      const link = links.get(peer);
      links.delete(peer);
      if (link !== undefined) close(link);
    }
  }

  /** Another node opens a connection. */
  offered(connection: Connection): void {
    const guest: Link = { connection, side: "acceptor" };
    let peer: string | undefined;
    this.#guests.add(guest);
    connection.accept({
      opened: () => undefined,
      received: (message) =>
        this.#reach(() => {
          if (peer === undefined && this.#guests.has(guest)) peer = this.#named(guest, message);
          if (peer !== undefined) this.#take(peer, guest, message);
        }),
      closed: () =>
        this.#reach(() => {
          this.#guests.delete(guest);
          if (peer !== undefined) this.#ended(peer, guest);
        }),
    });
  }

  /** The daemon has died. */
  end(isSilent: boolean): void {
    for (const { connection, side } of [...this.#open.values(), ...this.#opening.values(), ...this.#guests])
      connection.close(side, isSilent);
    this.#open.clear();
    this.#opening.clear();
    this.#guests.clear();
  }

  /** Who says its name before anything else is taken in under it. */
  #named(guest: Link, message: WireMessage): string | undefined {
    this.#guests.delete(guest);
    if (message.type === "peerBeat") {
      this.#adopt(message.node, guest);
      return message.node;
    }
    close(guest);
    return undefined;
  }

  #opened(peer: string, link: Link): void {
    if (this.#opening.get(peer) !== link) return close(link);
    this.#opening.delete(peer);
    this.#adopt(peer, link);
  }

  #timedOut(peer: string, link: Link): void {
    if (this.#opening.get(peer) !== link) return;
    close(link);
    this.#closed(peer, link);
  }

  #closed(peer: string, link: Link): void {
    if (this.#opening.get(peer) !== link) return this.#ended(peer, link);
    this.#opening.delete(peer);
    // The peer may have opened one itself meanwhile, which goes on.
    if (!this.#open.has(peer)) this.#tell({ type: "peerClosed", peer: nodeId(peer) });
  }

  #adopt(peer: string, link: Link): void {
    const before = this.#open.get(peer);
    this.#open.set(peer, link);
    if (before !== undefined) close(before);
    this.#tell({ type: "peerOpened", peer: nodeId(peer) });
  }

  #ended(peer: string, link: Link): void {
    if (this.#open.get(peer) !== link) return;
    this.#open.delete(peer);
    this.#tell({ type: "peerClosed", peer: nodeId(peer) });
  }

  #take(peer: string, link: Link, message: WireMessage): void {
    if (this.#open.get(peer) !== link) return;
    this.#tell({ type: "peerReceived", peer: nodeId(peer), message: message as PeerMessage });
  }
}

function close({ connection, side }: Link): void {
  connection.close(side, false);
}
