/**
 * A connection between two hosts, with encoded messages on it.
 *
 * Who closes a connection says so; where that is not heard, the other side learns it from the answer to what it sends
 * next. A host without power answers nothing.
 */
import type { WireMessage } from "@phidelity/core";
import { decode, encode } from "@phidelity/proto";
import type { Lane, Wires } from "./wires.ts";

/** What happens at one end. */
export interface End {
  /** The other side has taken the connection in; told to who opened it only. */
  opened(): void;
  received(message: WireMessage): void;
  /** The other side ended it, or never took it in. */
  closed(reason: string): void;
}

/** Who may be at the other end. */
export interface Host {
  /** Whether anything answers there, be it the kernel. */
  readonly hasPower: boolean;
  /** Somebody opens a connection: it is accepted, refused, or left without an answer. */
  offered(connection: Connection): void;
}

export type Side = "opener" | "acceptor";

const otherOf = { opener: "acceptor", acceptor: "opener" } as const;

interface Half {
  readonly host: Host;
  /** Where what is sent from here travels. */
  readonly lane: Lane;
  end: End | undefined;
  isOpen: boolean;
}

/** The message that was encoded last: the same one goes to several peers. */
let lastEncoded: { readonly message: WireMessage; readonly bytes: Uint8Array } | undefined;

function bytesOf(message: WireMessage): Uint8Array {
  if (lastEncoded?.message !== message) lastEncoded = { message, bytes: encode(message) };
  return lastEncoded.bytes;
}

export class Connection {
  readonly from: string;
  readonly to: string;
  readonly #wires: Wires;
  readonly #halves: { readonly opener: Half; readonly acceptor: Half };

  constructor(
    wires: Wires,
    opener: { readonly name: string; readonly host: Host; readonly end: End },
    acceptor: { readonly name: string; readonly host: Host },
  ) {
    this.#wires = wires;
    this.from = opener.name;
    this.to = acceptor.name;
    this.#halves = {
      opener: { host: opener.host, lane: wires.laneOf(this.from, this.to), end: opener.end, isOpen: true },
      acceptor: {
        host: acceptor.host,
        lane: wires.laneOf(this.to, this.from),
        end: undefined,
        isOpen: false,
      },
    };
    wires.carry(this.#halves.opener.lane, () => acceptor.host.offered(this));
  }

  isOpen(side: Side): boolean {
    return this.#halves[side].isOpen;
  }

  /** Takes it in. */
  accept(end: End): void {
    const { opener, acceptor } = this.#halves;
    acceptor.end = end;
    acceptor.isOpen = true;
    this.#wires.carry(acceptor.lane, () => {
      if (opener.isOpen) opener.end?.opened();
    });
  }

  /** Nobody listens at the port. */
  refuse(): void {
    this.#tellClosed("acceptor");
  }

  send(side: Side, message: WireMessage): void {
    const here = this.#halves[side];
    if (!here.isOpen) return;
    const bytes = bytesOf(message);
    const there = this.#halves[otherOf[side]];
    this.#wires.carryMessage(here.lane, () => {
      if (there.isOpen) there.end?.received(decode(bytes));
      else if (there.host.hasPower) this.#tellClosed(otherOf[side]);
    });
  }

  /** @param isSilent the machine lost its power, and nobody could say so */
  close(side: Side, isSilent: boolean): void {
    const here = this.#halves[side];
    if (!here.isOpen) return;
    here.isOpen = false;
    if (!isSilent) this.#tellClosed(side);
  }

  #tellClosed(side: Side): void {
    const there = this.#halves[otherOf[side]];
    this.#wires.carry(this.#halves[side].lane, () => {
      if (!there.isOpen) return;
      there.isOpen = false;
      there.end?.closed("the other side closed it");
    });
  }
}
