/**
 * The wires between nodes and the coordinator: connections that carry encoded messages, late, in bursts, or never.
 *
 * A connection keeps its order, as TCP does, unless the weather says otherwise. A cut direction either holds what is sent
 * until it is mended (TCP sends again) or loses it. Who closes a connection says so; where that is not heard, the other
 * side learns it from the answer to what it sends next.
 */
import type { CoordinatorMessage, NodeMessage } from "@phidelity/core";
import { decode, encode } from "@phidelity/proto";
import type { Dice } from "./dice.ts";
import type { Queue } from "./queue.ts";

/** How the network is. Lengths in ms, the rest are probabilities for each message. */
export interface Weather {
  readonly delayMs: number;
  readonly jitterMs: number;
  readonly spike: number;
  readonly spikeMs: number;
  readonly loss: number;
  readonly stall: number;
  readonly duplicate: number;
  readonly reorder: number;
}

export const calmWeather: Weather = {
  delayMs: 1,
  jitterMs: 1,
  spike: 0,
  spikeMs: 0,
  loss: 0,
  stall: 0,
  duplicate: 0,
  reorder: 0,
};

export type Direction = "up" | "down";

/** What is wrong with one direction: nothing, what is sent waits, or what is sent is lost. */
export type Cut = "none" | "holds" | "loses";

/** The node's end of a connection. */
export interface NodeEnd {
  opened(connection: Connection): void;
  received(connection: Connection, message: CoordinatorMessage): void;
  closed(connection: Connection, reason: string): void;
}

/** The coordinator's end. */
export interface CoordinatorEnd {
  opened(connection: Connection): void;
  received(connection: Connection, message: NodeMessage): void;
  closed(connection: Connection): void;
}

export interface Connection {
  readonly node: string;
  readonly attempt: number;
  readonly nodeEnd: NodeEnd;
  readonly coordinatorEnd: CoordinatorEnd;
  session: number;
  nodeIsOpen: boolean;
  coordinatorIsOpen: boolean;
  /** When the last message of each direction arrives: the next one does not overtake it. */
  readonly arrivesAt: { up: number; down: number };
}

interface Wire {
  /** What the way to and from this node takes beyond the weather, in ms. */
  readonly extraMs: { readonly up: number; readonly down: number };
  readonly cut: { up: Cut; down: Cut };
  readonly held: { up: (() => void)[]; down: (() => void)[] };
}

/** Between the network and the true time of its world. */
export interface Ground {
  readonly now: number;
  readonly queue: Queue;
}

export class Network {
  readonly #ground: Ground;
  readonly #dice: Dice;
  readonly #wires = new Map<string, Wire>();
  weather: Weather = calmWeather;

  constructor(ground: Ground, dice: Dice) {
    this.#ground = ground;
    this.#dice = dice;
  }

  /** Asks for a connection; `opened` follows at both ends where somebody answers. */
  connect(node: string, attempt: number, nodeEnd: NodeEnd, coordinatorEnd: CoordinatorEnd): Connection {
    const connection: Connection = {
      node,
      attempt,
      nodeEnd,
      coordinatorEnd,
      session: 0,
      nodeIsOpen: true,
      coordinatorIsOpen: false,
      arrivesAt: { up: 0, down: 0 },
    };
    this.#carry(connection, "up", () => coordinatorEnd.opened(connection));
    return connection;
  }

  /** The coordinator's answer to {@link Network.connect}. */
  accept(connection: Connection): void {
    connection.coordinatorIsOpen = true;
    this.#carry(connection, "down", () => {
      if (connection.nodeIsOpen) connection.nodeEnd.opened(connection);
    });
  }

  sendUp(connection: Connection, message: NodeMessage): void {
    if (!connection.nodeIsOpen) return;
    const bytes = encode(message);
    this.#carryMessage(connection, "up", () => {
      if (connection.coordinatorIsOpen)
        connection.coordinatorEnd.received(connection, decode(bytes) as NodeMessage);
      else this.#tellClosed(connection, "down");
    });
  }

  sendDown(connection: Connection, message: CoordinatorMessage): void {
    if (!connection.coordinatorIsOpen) return;
    const bytes = encode(message);
    this.#carryMessage(connection, "down", () => {
      if (connection.nodeIsOpen) connection.nodeEnd.received(connection, decode(bytes) as CoordinatorMessage);
      else this.#tellClosed(connection, "up");
    });
  }

  /** The node's side closes; `isSilent` where the machine lost its power and nobody could say so. */
  closeByNode(connection: Connection, isSilent: boolean): void {
    if (!connection.nodeIsOpen) return;
    connection.nodeIsOpen = false;
    if (!isSilent) this.#tellClosed(connection, "up");
  }

  closeByCoordinator(connection: Connection, isSilent: boolean): void {
    if (!connection.coordinatorIsOpen) return;
    connection.coordinatorIsOpen = false;
    if (!isSilent) this.#tellClosed(connection, "down");
  }

  /** Nobody listens at the coordinator's port. */
  refuse(connection: Connection): void {
    this.#tellClosed(connection, "down");
  }

  cut(node: string, direction: Direction, cut: Cut): void {
    const wire = this.#wireOf(node);
    wire.cut[direction] = cut;
    if (cut === "holds") return;
    const held = wire.held[direction];
    wire.held[direction] = [];
    if (cut === "loses") return;
    for (const run of held) this.#ground.queue.plan(this.#ground.now + this.#dice.between(0.1, 1), run);
  }

  /** Whether either direction between the node and the coordinator is cut. */
  isCut(node: string): boolean {
    const { cut } = this.#wireOf(node);
    return cut.up !== "none" || cut.down !== "none";
  }

  #wireOf(node: string): Wire {
    let wire = this.#wires.get(node);
    if (wire === undefined) {
      const extra = (): number => this.#dice.oneOf([0, 0, 0, 50, 300]);
      wire = {
        extraMs: { up: extra(), down: extra() },
        cut: { up: "none", down: "none" },
        held: { up: [], down: [] },
      };
      this.#wires.set(node, wire);
    }
    return wire;
  }

  #tellClosed(connection: Connection, direction: Direction): void {
    this.#carry(connection, direction, () => {
      if (direction === "up" && connection.coordinatorIsOpen) {
        connection.coordinatorIsOpen = false;
        connection.coordinatorEnd.closed(connection);
      }
      if (direction === "down" && connection.nodeIsOpen) {
        connection.nodeIsOpen = false;
        connection.nodeEnd.closed(connection, "the other side closed it");
      }
    });
  }

  #carryMessage(connection: Connection, direction: Direction, deliver: () => void): void {
    const { loss, duplicate } = this.weather;
    if (this.#dice.chance(loss)) return;
    this.#carry(connection, direction, deliver);
    if (this.#dice.chance(duplicate)) this.#carry(connection, direction, deliver);
  }

  #carry(connection: Connection, direction: Direction, deliver: () => void): void {
    const wire = this.#wireOf(connection.node);
    const at = this.#arrivalOf(connection, direction);
    if (wire.cut[direction] === "loses") return;
    const arrive = (): void => {
      if (wire.cut[direction] === "none") deliver();
      else if (wire.cut[direction] === "holds") wire.held[direction].push(deliver);
    };
    this.#ground.queue.plan(at, arrive);
  }

  #arrivalOf(connection: Connection, direction: Direction): number {
    const { now } = this.#ground;
    const { delayMs, jitterMs, spike, spikeMs, stall, reorder } = this.weather;
    const spell = this.#dice.chance(spike) ? this.#dice.spell(spikeMs) : 0;
    // A lost segment of TCP is sent again after its timeout, and all that follows waits for it.
    const again = this.#dice.chance(stall) ? this.#dice.between(200, 800) : 0;
    const extra = this.weather === calmWeather ? 0 : this.#wireOf(connection.node).extraMs[direction];
    const at =
      now + extra + delayMs * this.#dice.between(0.5, 1) + this.#dice.spell(jitterMs) + spell + again;
    if (this.#dice.chance(reorder)) return at + this.#dice.between(0, 50);
    const last = connection.arrivesAt[direction];
    const inOrder = at > last ? at : last;
    connection.arrivesAt[direction] = inOrder;
    return inOrder;
  }
}
