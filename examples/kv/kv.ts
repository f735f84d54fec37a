/**
 * A small replicated key-value service, to have something to fail over. One TCP port, one line a request:
 *
 *     SET key value        OK position | ERR reason
 *     GET key              VALUE value | NONE
 *     INFO                 what a status hook prints: role, position, lagBytes, inSync
 *     PROMOTE              from now on take writes
 *     READONLY             take no more writes, but go on streaming them to followers
 *     FOLLOW host port     copy everything from there, and go on copying
 *     REPLICATE            (between members) SNAPSHOT, then each write as a line, then now and then POSITION
 *
 * Data is in memory and in an append file, one JSON array [key, value] a line. The position counts the bytes of all
 * writes since the first, on every member alike. Writes are acknowledged before a follower has them: asynchronous,
 * like Redis. It knows nothing of leases: clients must come through Phidelity's gate.
 *
 *     node kv.ts --host 127.0.0.1 --port 7000 --data FOLDER
 */
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { type Socket, connect, createServer } from "node:net";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { parseArgs } from "node:util";

const ANNOUNCE_EVERY_MS = 250;
const RECONNECT_AFTER_MS = 100;

/** The keys and values, kept in an append file. */
class Journal {
  readonly #file: string;
  #fd: number;
  #data = new Map<string, string>();
  position = 0;

  constructor(folder: string) {
    mkdirSync(folder, { recursive: true });
    this.#file = join(folder, "journal");
    if (existsSync(this.#file)) this.#read(readFileSync(this.#file, "utf8"));
    this.#fd = openSync(this.#file, "a");
    this.restore(this.snapshot()); // Begins with a short file, and without a last line that a crash cut off.
  }

  get(key: string): string | undefined {
    return this.#data.get(key);
  }

  append(line: string): void {
    writeSync(this.#fd, `${line}\n`);
    this.#apply(line);
  }

  /** Everything as one line: what {@link restore} takes in. */
  snapshot(): string {
    return JSON.stringify([this.position, ...this.#data]);
  }

  /** Replaces everything, in memory and on disk. */
  restore(snapshot: string): void {
    writeFileSync(`${this.#file}.new`, `SNAPSHOT ${snapshot}\n`);
    renameSync(`${this.#file}.new`, this.#file);
    closeSync(this.#fd);
    this.#fd = openSync(this.#file, "a");
    this.#load(snapshot);
  }

  #read(text: string): void {
    // What has no line end was cut off by a crash, and never acknowledged.
    for (const line of text.split("\n").slice(0, -1)) {
      if (line.startsWith("SNAPSHOT ")) this.#load(line.slice("SNAPSHOT ".length));
      else this.#apply(line);
    }
  }

  #load(snapshot: string): void {
    const [position, ...pairs] = JSON.parse(snapshot) as [number, ...[string, string][]];
    this.#data = new Map(pairs);
    this.position = position;
  }

  #apply(line: string): void {
    const [key, value] = JSON.parse(line) as [string, string];
    this.#data.set(key, value);
    this.position += Buffer.byteLength(line) + 1;
  }
}

/** One member: takes requests, streams writes to its followers, or follows another. */
class Member {
  readonly #journal: Journal;
  readonly #primaryFile: string;
  readonly #followers = new Set<Socket>();
  #writable = false;
  #source: Socket | undefined;
  /** The position that the primary announced last; undefined while no primary is heard. */
  #announced: number | undefined;

  constructor(folder: string) {
    this.#journal = new Journal(folder);
    this.#primaryFile = join(folder, "primary");
    // After a restart: go on as the replica that it was. A former primary waits for an order.
    if (existsSync(this.#primaryFile)) this.#follow(readFileSync(this.#primaryFile, "utf8"));
    setInterval(() => this.#tell(`POSITION ${this.#journal.position}`), ANNOUNCE_EVERY_MS);
  }

  serve(socket: Socket): void {
    socket.setNoDelay(true);
    socket.on("error", () => socket.destroy());
    createInterface({ input: socket }).on("line", (line) => {
      if (line === "REPLICATE") this.#addFollower(socket);
      else socket.write(`${this.#answer(line)}\n`);
    });
  }

  #answer(line: string): string {
    const [command = "", first = "", ...rest] = line.trim().split(" ");
    switch (command) {
      case "SET":
        return this.#set(first, rest.join(" "));
      case "GET":
        return this.#get(first);
      case "INFO":
        return JSON.stringify(this.#info());
      case "PROMOTE":
        return this.#become("primary");
      case "READONLY":
        return this.#become("readonly");
      case "FOLLOW":
        return this.#become(`${first} ${rest.join(" ")}`);
      default:
        return `ERR no such command: ${command}`;
    }
  }

  #set(key: string, value: string): string {
    if (!this.#writable) return "ERR read only";
    const line = JSON.stringify([key, value]);
    this.#journal.append(line);
    this.#tell(line);
    return `OK ${this.#journal.position}`;
  }

  #get(key: string): string {
    const value = this.#journal.get(key);
    return value === undefined ? "NONE" : `VALUE ${value}`;
  }

  #info(): object {
    const position = String(this.#journal.position);
    if (this.#source === undefined) return { role: "primary", position, lagBytes: 0, inSync: true };
    const lagBytes = Math.max(0, (this.#announced ?? this.#journal.position) - this.#journal.position);
    return { role: "replica", position, lagBytes, inSync: this.#announced !== undefined && lagBytes === 0 };
  }

  #become(role: string): string {
    this.#writable = role === "primary";
    if (role !== "readonly") this.#unfollow();
    if (role !== "primary" && role !== "readonly") {
      writeFileSync(this.#primaryFile, role);
      this.#follow(role);
    }
    return "OK";
  }

  #addFollower(socket: Socket): void {
    socket.write(`SNAPSHOT ${this.#journal.snapshot()}\n`);
    this.#followers.add(socket);
    socket.once("close", () => this.#followers.delete(socket));
  }

  #tell(line: string): void {
    for (const follower of this.#followers) follower.write(`${line}\n`);
  }

  #follow(primary: string): void {
    const [host = "", port = ""] = primary.split(" ");
    const source = connect({ host, port: Number(port), noDelay: true }, () => source.write("REPLICATE\n"));
    this.#source = source;
    createInterface({ input: source })
      .on("line", (line) => this.#take(source, line))
      .on("error", () => source.destroy());
    source.on("error", () => source.destroy());
    source.once("close", () => {
      if (this.#source !== source) return;
      this.#announced = undefined;
      setTimeout(() => this.#source === source && this.#follow(primary), RECONNECT_AFTER_MS);
    });
  }

  #unfollow(): void {
    const source = this.#source;
    this.#source = undefined;
    this.#announced = undefined;
    source?.destroy();
  }

  #take(source: Socket, line: string): void {
    if (this.#source !== source) return;
    if (line.startsWith("SNAPSHOT ")) this.#journal.restore(line.slice("SNAPSHOT ".length));
    else if (line.startsWith("POSITION ")) this.#announced = Number(line.slice("POSITION ".length));
    else this.#journal.append(line);
    if (!line.startsWith("POSITION ")) this.#tell(line); // A follower of a follower gets it too.
  }
}

const { values } = parseArgs({
  options: {
    host: { type: "string", default: "127.0.0.1" },
    port: { type: "string" },
    data: { type: "string" },
  },
});
if (values.port === undefined || values.data === undefined) {
  console.error("usage: node kv.ts [--host HOST] --port PORT --data FOLDER");
  process.exit(2);
}
const member = new Member(values.data);
createServer((socket) => member.serve(socket))
  .on("error", (error) => {
    console.error(`cannot listen on ${values.host}:${values.port}: ${error.message}`);
    process.exit(1);
  })
  .listen(Number(values.port), values.host, () =>
    console.error(`kv listens on ${values.host}:${values.port}`),
  );
