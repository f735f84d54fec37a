/** A node that is no more than its messages: it says hello, sends heartbeats, takes leases and views, and reports. */
import { type Socket, connect } from "node:net";
import {
  type Ack,
  type Epoch,
  type GroupId,
  type NodeId,
  type View,
  epoch,
  groupId,
  incarnation,
  nodeId,
} from "@phidelity/core";
import { decode, encode } from "@phidelity/proto";
import { FrameReader, frameOf } from "./frames.ts";
import { reportOf } from "./report.ts";

/** The tag of an ack in an envelope: most of what a node hears need not be read. */
const ACK_TAG = 0x12;
const MEMBERS_PER_GROUP = 3;
/** The lease in heartbeats; as with the defaults, 2 s for one every 250 ms. */
export const LEASE_INTERVALS = 8;

export const groupName = (index: number): GroupId => groupId(`g-${String(index).padStart(5, "0")}`);
export const groupsOf = (nodes: number): number => Math.ceil(nodes / MEMBERS_PER_GROUP);

/** What a node adds to as it lives; shared by all nodes of one process. */
export interface Tally {
  sent: number;
  acked: number;
  refused: number;
}

/** Where nodes connect, and how they speak there. */
export interface Manner {
  readonly port: number;
  /** Whether the server wants a hello, as a coordinator does. */
  readonly greets: boolean;
  readonly intervalMs: number;
}

export class LoadNode {
  readonly #name: NodeId;
  readonly #group: GroupId;
  readonly #port: number;
  readonly #tally: Tally;
  readonly #greets: boolean;
  readonly #intervalMs: number;
  readonly #lost: (node: LoadNode) => void;
  #socket: Socket | undefined;
  #frames = new FrameReader();
  #phase: "off" | "upgrading" | "greeting" | "up" = "off";
  #sequence = 0;
  #slot = 0;
  #viewVersion = 0;
  #active: Epoch | undefined;
  #ackedAt = 0;
  #followed: Epoch = epoch(0);
  #version = 1;
  #known = 0;
  #opened: (() => void) | undefined;

  /** @param lost told when a connection ends that was up */
  constructor(index: number, how: Manner, tally: Tally, lost: (node: LoadNode) => void) {
    this.#name = nodeId(`node-${String(index).padStart(5, "0")}`);
    this.#group = groupName(Math.floor(index / MEMBERS_PER_GROUP));
    this.#port = how.port;
    this.#greets = how.greets;
    this.#intervalMs = how.intervalMs;
    this.#tally = tally;
    this.#lost = lost;
  }

  get isUp(): boolean {
    return this.#phase === "up";
  }

  get isActive(): boolean {
    return this.#active !== undefined;
  }

  /** For how long its lease still runs; 0 where it holds none. An ack comes at once, so that it tells when its heartbeat left. */
  get leaseLeftMs(): number {
    if (this.#active === undefined) return 0;
    return Math.max(0, this.#ackedAt + LEASE_INTERVALS * this.#intervalMs - performance.now());
  }

  /** Whether the server has heard everything that the node has to say. */
  get isSettled(): boolean {
    return this.isUp && (!this.#greets || this.#known >= this.#version);
  }

  /** Connects; done once the server takes heartbeats. A connection that fails is tried again by whoever asks again. */
  open(): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#opened = resolve;
    this.#phase = "upgrading";
    this.#frames = new FrameReader();
    const socket = connect({ host: "127.0.0.1", port: this.#port, noDelay: true });
    this.#socket = socket;
    socket.write(
      `GET /v1/node HTTP/1.1\r\nHost: 127.0.0.1:${this.#port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n` +
        `Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: cGhpZGVsaXR5IGJlbmNobQ==\r\n\r\n`,
    );
    socket.on("data", (piece: Buffer) => this.#take(piece));
    socket.on("error", () => socket.destroy());
    socket.on("close", () => {
      if (this.#socket !== socket) return;
      const wasUp = this.isUp;
      this.#phase = "off";
      resolve();
      if (wasUp) this.#lost(this);
    });
    return promise;
  }

  /** Ends the connection as a broken network does: with a reset, and no word. */
  breakOff(): void {
    this.#phase = "off";
    this.#socket?.resetAndDestroy();
    this.#socket = undefined;
    this.#opened?.();
  }

  /** Sends the heartbeat of one slot. */
  beat(slot: number, nowMs: number): void {
    this.#slot = slot;
    if (this.#phase !== "up") return;
    this.#sequence += 1;
    this.#tally.sent += 1;
    const report =
      this.#greets && this.#known < this.#version
        ? { report: reportOf(this.#version, this.#group, this.#active, this.#followed) }
        : {};
    const heartbeat = {
      type: "heartbeat",
      node: this.#name,
      incarnation: incarnation(1),
      sequence: this.#sequence,
      slot,
      sentAtMs: nowMs,
      loopLagMs: 0,
      viewVersion: this.#viewVersion,
      ...report,
    } as const;
    this.#socket?.write(frameOf(encode(heartbeat)));
  }

  #take(piece: Buffer): void {
    if (this.#phase !== "upgrading") return this.#frames.read(piece, (content) => this.#hear(content));
    const end = piece.indexOf("\r\n\r\n");
    if (end < 0 || !piece.subarray(0, 12).equals(Buffer.from("HTTP/1.1 101"))) {
      this.#tally.refused += 1;
      this.#socket?.destroy();
      return;
    }
    if (this.#greets) this.#greet();
    else this.#welcomed();
    if (end + 4 < piece.length) this.#take(piece.subarray(end + 4));
  }

  #greet(): void {
    this.#phase = "greeting";
    const membership = {
      group: this.#group,
      address: "127.0.0.1:9000",
      capacity: 1,
      priority: 100,
      promoteTimeoutMs: 30_000,
      demoteTimeoutMs: 10_000,
      hasStatus: false,
    };
    const hello = {
      type: "hello",
      protocolMin: 1,
      protocolMax: 1,
      software: "bench",
      node: this.#name,
      incarnation: incarnation(1),
      zone: "",
      listen: "",
      intervalMs: this.#intervalMs,
      memberships: [membership],
    } as const;
    this.#socket?.write(frameOf(encode(hello)));
  }

  #welcomed(): void {
    this.#phase = "up";
    // What was known on the connection before is not known on this one.
    this.#known = 0;
    this.#viewVersion = 0;
    this.#opened?.();
    this.beat(this.#slot, Math.round(performance.now()));
  }

  #hear(content: Buffer): void {
    const isAck = content[0] === ACK_TAG;
    if (isAck) {
      this.#tally.acked += 1;
      this.#ackedAt = performance.now();
    }
    if (isAck && this.#known >= this.#version && this.#active !== undefined) return;
    if (!this.#greets) return;
    const message = decode(content);
    if (message.type === "welcome") this.#welcomed();
    if (message.type === "ack") this.#takeAck(message);
    if (message.type === "view") this.#takeView(message);
    if (message.type === "probe") this.#answer(message.probe, message.subject);
  }

  #takeAck(ack: Ack): void {
    this.#known = Math.max(this.#known, ack.reportVersion);
    const [lease] = ack.leases;
    if (lease === undefined || this.#active === lease.epoch) return;
    this.#active = lease.epoch;
    this.#version += 1;
  }

  #takeView(view: View): void {
    this.#viewVersion = Math.max(this.#viewVersion, view.version);
    const [group] = view.groups;
    if (group === undefined || group.epoch === this.#followed || group.active === "") return;
    this.#followed = group.epoch;
    if (group.active !== this.#name) this.#active = undefined;
    this.#version += 1;
  }

  /** Peers of a load node hear one another: their links are not what is measured. */
  #answer(probe: number, subject: NodeId): void {
    const answer = {
      type: "probeAnswer",
      probe,
      subject,
      heard: true,
      heardAgoMs: 100,
      gone: false,
    } as const;
    this.#socket?.write(frameOf(encode(answer)));
  }
}
