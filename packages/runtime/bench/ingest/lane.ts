/** One server with its load, from the first connection to the last figure. */
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Usage } from "./gauge.ts";
import type { Tally } from "./node.ts";
import { type Kind, type Server, startServer } from "./servers.ts";
import { Partner } from "./talk.ts";

/** A machine with other work on it takes ten times as long as a quiet one, and hangs no longer than this. */
const SETTLED_WITHIN_MS = 120_000;
const LOAD = join(import.meta.dirname, "load.ts");

/** What one window of time has shown. */
export interface Sample {
  readonly cpuUsPerHeartbeat: number;
  readonly userUsPerHeartbeat: number;
  readonly heartbeatsPerSecond: number;
  /** Of one core. */
  readonly corePercent: number;
  readonly rssMb: number;
  readonly delayP99Ms: number;
  readonly delayMaxMs: number;
}

/** So many nodes, each with a heartbeat so often. */
export interface Load {
  readonly nodes: number;
  readonly intervalMs: number;
}

export class Lane {
  readonly kind: Kind;
  readonly server: Server;
  readonly load: Partner;
  readonly #nodes: number;
  readonly #emptyBytes: number;

  private constructor(kind: Kind, nodes: number, server: Server, load: Partner, emptyBytes: number) {
    this.kind = kind;
    this.server = server;
    this.load = load;
    this.#nodes = nodes;
    this.#emptyBytes = emptyBytes;
  }

  /** Starts a server and its load; done once every node is connected and everything that it has to say is known. */
  static async start(kind: Kind, { nodes, intervalMs }: Load, profile?: string): Promise<Lane> {
    const server = await startServer(kind, { nodes, intervalMs }, profile);
    const emptyBytes = await server.partner.ask<number>("heapBytes");
    const load = new Partner(LOAD, [String(server.port), String(nodes), String(intervalMs), server.manner]);
    const lane = new Lane(kind, nodes, server, load, emptyBytes);
    try {
      await load.ask("open");
      await lane.settled();
    } catch (error) {
      await lane.end();
      throw error;
    }
    return lane;
  }

  async settled(): Promise<void> {
    const deadline = performance.now() + SETTLED_WITHIN_MS;
    for (;;) {
      const unsettled = await this.load.ask<number>("unsettled");
      if (unsettled === 0) return;
      if (performance.now() > deadline) throw new Error(`${this.kind}: ${unsettled} nodes are not settled`);
      await sleep(250);
    }
  }

  /** What the server uses in the next so many ms. */
  async window(ms: number): Promise<Sample> {
    const { partner } = this.server;
    const [before, sentBefore, from] = [
      await partner.ask<Usage>("usage"),
      await this.#sent(),
      performance.now(),
    ];
    await sleep(ms);
    const [after, sentAfter, to] = [await partner.ask<Usage>("usage"), await this.#sent(), performance.now()];
    const heartbeats = sentAfter - sentBefore;
    return {
      cpuUsPerHeartbeat: (after.cpuUs - before.cpuUs) / heartbeats,
      userUsPerHeartbeat: (after.userUs - before.userUs) / heartbeats,
      heartbeatsPerSecond: (1_000 * heartbeats) / (to - from),
      corePercent: (after.cpuUs - before.cpuUs) / (10 * (to - from)),
      rssMb: after.rssBytes / 1e6,
      delayP99Ms: after.delayP99Ms,
      delayMaxMs: after.delayMaxMs,
    };
  }

  /** What a node takes of the server's heap, in KiB, after everything unused was collected. */
  async heapKibPerNode(): Promise<number> {
    return ((await this.server.partner.ask<number>("heapBytes")) - this.#emptyBytes) / 1_024 / this.#nodes;
  }

  async end(): Promise<void> {
    await this.load.end();
    await this.server.end();
  }

  async #sent(): Promise<number> {
    return (await this.load.ask<Tally>("tally")).sent;
  }
}
