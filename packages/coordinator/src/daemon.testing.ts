/** Tests' way to a real `phi-coordinator`, and to a node that is no more than its messages. */
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import {
  type Ack,
  type PhiError,
  type WireMessage,
  epoch,
  groupId,
  incarnation,
  nodeId,
} from "@phidelity/core";
import { Link, monotonicClock } from "@phidelity/runtime";

export const MAIN: string = fileURLToPath(new URL("main.ts", import.meta.url));
const WITHIN_MS = 10_000;

/** Waits for something that another process brings about. */
export async function until<Value>(
  what: string,
  look: () => Promise<Value | undefined | false> | Value | undefined | false,
): Promise<Value> {
  const deadline = performance.now() + WITHIN_MS;
  for (;;) {
    const value = await look();
    if (value !== undefined && value !== false) return value;
    if (performance.now() > deadline) throw new Error(`not within ${WITHIN_MS} ms: ${what}`);
    await new Promise((resolve) => void setTimeout(resolve, 10));
  }
}

/** A temporary folder with a configuration and a store, and the coordinators that run on them. */
export class Bench {
  readonly folder: string = mkdtempSync(join(tmpdir(), "phi-coordinator-"));
  readonly file: string = join(this.folder, "coordinator.yaml");
  readonly #running = new Set<Daemon>();

  /** Writes the configuration: cluster, id, port and store are given, the rest is the test's. */
  configure(rest: string, port: number = 0): void {
    const store = join(this.folder, "coordinator.db");
    const head = `cluster: test\nid: c1\nlisten: { port: ${port} }\nstore: { embedded: { path: ${store} } }\n`;
    writeFileSync(this.file, head + rest);
  }

  /** Starts a coordinator; `prefix` may wrap its command. */
  spawn(flags: readonly string[] = ["--config", this.file], prefix: readonly string[] = []): Daemon {
    const [command = "", ...rest] = [...prefix, process.execPath, MAIN, ...flags];
    const daemon = new Daemon(spawn(command, rest, { stdio: ["ignore", "pipe", "pipe"], cwd: this.folder }));
    this.#running.add(daemon);
    return daemon;
  }

  /** Starts a coordinator and waits until it is ready. */
  async start(prefix: readonly string[] = []): Promise<Daemon> {
    const daemon = this.spawn(undefined, prefix);
    await daemon.ready();
    return daemon;
  }

  async close(): Promise<void> {
    for (const daemon of this.#running) await daemon.end("SIGKILL");
    rmSync(this.folder, { recursive: true, force: true });
  }
}

export class Daemon {
  readonly child: ChildProcess;
  readonly ended: Promise<number | null>;
  stdout = "";
  stderr = "";
  port = 0;

  constructor(child: ChildProcess) {
    this.child = child;
    child.stdout?.on("data", (chunk: Buffer) => (this.stdout += chunk.toString()));
    child.stderr?.on("data", (chunk: Buffer) => (this.stderr += chunk.toString()));
    this.ended = new Promise((resolve) => child.once("close", (status) => resolve(status)));
  }

  /** The log's lines that are JSON, so far. */
  get lines(): readonly Readonly<Record<string, unknown>>[] {
    const whole = this.stderr.split("\n").filter((line) => line.startsWith("{") && line.endsWith("}"));
    return whole.map((line) => JSON.parse(line) as Record<string, unknown>);
  }

  async ready(): Promise<void> {
    const line = await until(`listening: ${this.stderr}`, () =>
      this.lines.find(({ msg }) => msg === "listening"),
    );
    this.port = Number(line["port"]);
  }

  /** Waits for a line of the log that says this. */
  async says(text: string): Promise<Readonly<Record<string, unknown>>> {
    return until(`the log says ${text}`, () => this.lines.find(({ msg }) => String(msg).includes(text)));
  }

  async get(path: string, headers: Record<string, string> = {}): Promise<{ status: number; value: unknown }> {
    const response = await fetch(`http://127.0.0.1:${this.port}${path}`, { headers });
    const text = await response.text();
    const isJson = response.headers.get("content-type") === "application/json";
    return { status: response.status, value: isJson ? JSON.parse(text) : text };
  }

  async post(
    path: string,
    body: unknown,
    headers: Record<string, string> = {},
  ): Promise<{ status: number; value: unknown }> {
    const response = await fetch(`http://127.0.0.1:${this.port}${path}`, {
      method: "POST",
      headers: { "content-type": "application/json", ...headers },
      body: typeof body === "string" ? body : JSON.stringify(body),
    });
    return { status: response.status, value: await response.json() };
  }

  url(path: string): string {
    return `ws://127.0.0.1:${this.port}${path}`;
  }

  /** Sends a signal and waits for the end. */
  async end(signal: NodeJS.Signals): Promise<number | null> {
    if (this.child.exitCode === null && this.child.signalCode === null) this.child.kill(signal);
    return this.ended;
  }
}

/** One connection, with all that came on it. */
export class Peer {
  readonly link: Link;
  readonly heard: WireMessage[] = [];
  readonly opened: Promise<void>;
  readonly closed: Promise<PhiError>;

  constructor(url: string, token?: string) {
    const opened = Promise.withResolvers<void>();
    const closed = Promise.withResolvers<PhiError>();
    this.opened = opened.promise;
    this.closed = closed.promise;
    this.link = new Link(
      url,
      { clock: monotonicClock(), connectTimeoutMs: 5_000, ...(token === undefined ? {} : { token }) },
      {
        onOpen: opened.resolve,
        onMessage: (message) => this.take(message),
        onClosed: closed.resolve,
      },
    );
  }

  protected take(message: WireMessage): void {
    this.heard.push(message);
  }

  /** The first message of a type. */
  hears<Type extends WireMessage["type"]>(type: Type): Promise<Extract<WireMessage, { type: Type }>> {
    return until(type, () =>
      this.heard.find((one): one is Extract<WireMessage, { type: Type }> => one.type === type),
    );
  }
}

/** A node with one service in the group `db`, which serves as soon as it has a lease. */
export class FakeNode extends Peer {
  readonly name: string;
  readonly #timer: NodeJS.Timeout;
  #sequence = 0;
  #epoch = 0;

  constructor(daemon: Daemon, name: string, token?: string) {
    super(daemon.url("/v1/node"), token);
    this.name = name;
    this.#timer = setInterval(() => this.beat(), 50);
    void this.opened.then(() => this.link.send(hello(name)));
    void this.closed.then(() => clearInterval(this.#timer));
  }

  /** Stops to beat, without a word. */
  end(): void {
    clearInterval(this.#timer);
    this.link.close("test over");
  }

  beat(): void {
    this.#sequence += 1;
    const at = epoch(this.#epoch);
    this.link.send({
      type: "heartbeat",
      node: nodeId(this.name),
      incarnation: incarnation(1),
      sequence: this.#sequence,
      slot: this.#sequence,
      sentAtMs: performance.now(),
      loopLagMs: 0,
      viewVersion: 0,
      report: {
        version: this.#sequence,
        services: [
          {
            group: groupId("db"),
            role: this.#epoch > 0 ? "active" : "standby",
            epoch: at,
            seenEpoch: at,
            releasedEpoch: epoch(0),
            failedEpoch: epoch(0),
            followedEpoch: epoch(0),
            promisedEpoch: epoch(0),
            dataEpoch: epoch(0),
            health: "healthy",
            ready: true,
            checksPassing: 1,
            checksTotal: 1,
            why: "",
          },
        ],
      },
    });
  }

  protected override take(message: WireMessage): void {
    super.take(message);
    if (message.type === "ack") this.#epoch = epochOf(message);
  }
}

function epochOf(ack: Ack): number {
  return Math.max(0, ...ack.leases.map((lease) => lease.epoch));
}

export function hello(
  name: string,
  rest: Partial<Extract<WireMessage, { type: "hello" }>> = {},
): WireMessage {
  return {
    type: "hello",
    protocolMin: 1,
    protocolMax: 1,
    software: "0.0.1",
    node: nodeId(name),
    incarnation: incarnation(1),
    zone: "",
    listen: "127.0.0.1:7500",
    intervalMs: 50,
    memberships: [
      {
        group: groupId("db"),
        address: "127.0.0.1:5432",
        capacity: 1,
        priority: 100,
        promoteTimeoutMs: 1_000,
        demoteTimeoutMs: 1_000,
        hasStatus: false,
      },
    ],
    ...rest,
  };
}
