/**
 * What a node keeps on its disk: its incarnation and, for each group, the highest epochs (SAFETY.md, rules 7 and 11).
 *
 * One file holds it all, so that no part can be newer than another. It is replaced whole: a temporary file is written
 * and synced, renamed over the old one, and the folder synced. A file that is damaged stops the daemon: going on with
 * a lower memory could obey an order of the past.
 */
import { createHash } from "node:crypto";
import { closeSync, fsync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import {
  type AgentMemory,
  COUNTER_MAX,
  type Incarnation,
  type NodeId,
  PhiError,
  incarnation,
} from "@phidelity/core";
import { z } from "zod";
import { FolderLock } from "./folder-lock.ts";

const sync = promisify(fsync);

const FILE = "memory.json";
/** What this build writes; it reads format 1 as well, which knows of no `boot` and no `follow`. */
const FORMAT = 2;
/** Differs at each start of the machine; not there on other systems than Linux. */
const BOOT_ID = "/proc/sys/kernel/random/boot_id";

const counter = z.number().int().min(0).max(COUNTER_MAX);
const contentSchema = z.strictObject({
  format: z.union([z.literal(1), z.literal(FORMAT)]),
  node: z.string(),
  incarnation: counter,
  boot: z.string().optional(),
  groups: z.array(
    z.strictObject({
      group: z.string(),
      seenEpoch: counter,
      servedEpoch: counter,
      releasedEpoch: counter,
      dataEpoch: counter.optional(),
      follow: z.strictObject({ epoch: counter, round: counter, done: z.boolean() }).optional(),
    }),
  ),
});
const fileSchema = z.strictObject({ content: contentSchema, sha256: z.string() });

type Content = z.infer<typeof contentSchema>;

export class Memory {
  readonly #folder: string;
  readonly #node: NodeId;
  readonly #lock: FolderLock;
  readonly incarnation: Incarnation;
  /** What an earlier start left behind. */
  readonly found: AgentMemory;
  /** The host was started since that was written, or nobody can say. */
  readonly rebooted: boolean;
  readonly #boot: string;

  private constructor(folder: string, node: NodeId, lock: FolderLock, content: Content, bootBefore: string) {
    this.#folder = folder;
    this.#node = node;
    this.#lock = lock;
    this.incarnation = incarnation(content.incarnation);
    this.found = { groups: content.groups as unknown as AgentMemory["groups"] };
    this.#boot = content.boot ?? "";
    this.rebooted = this.#boot === "" || this.#boot !== bootBefore;
  }

  /**
   * Locks the folder, reads it and makes the next incarnation durable. An empty folder starts at `firstIncarnation`:
   * the time of day, so that a node whose disk was replaced still comes after itself.
   *
   * @throws PhiError DATA_UNUSABLE with the mend, where the folder is in use, damaged, not writable or another node's
   */
  static async open(folder: string, node: NodeId, firstIncarnation: number): Promise<Memory> {
    try {
      mkdirSync(folder, { recursive: true, mode: 0o750 });
    } catch (error) {
      throw unusable(folder, `it cannot be made: ${messageOf(error)}`, error);
    }
    const lock = FolderLock.take(folder);
    try {
      const before = read(folder, node);
      const groups = before?.groups ?? [];
      const next = before === undefined ? firstIncarnation : before.incarnation + 1;
      const content: Content = { format: FORMAT, node, incarnation: next, boot: readBoot(), groups };
      const memory = new Memory(folder, node, lock, content, before?.boot ?? "");
      await memory.save(memory.found);
      return memory;
    } catch (error) {
      lock.release();
      throw error;
    }
  }

  /** Makes it durable. @throws PhiError DATA_UNUSABLE where the disk refuses */
  async save(memory: AgentMemory): Promise<void> {
    const content: Content = {
      format: FORMAT,
      node: this.#node,
      incarnation: this.incarnation,
      boot: this.#boot,
      groups: memory.groups.map((group) => ({ ...group })),
    };
    const text = `${JSON.stringify({ content, sha256: checksum(content) }, undefined, 2)}\n`;
    try {
      await replace(this.#folder, text);
    } catch (error) {
      throw unusable(
        this.#folder,
        `it cannot be written: ${messageOf(error)}; free space or mend the disk`,
        error,
      );
    }
  }

  /** Lets another daemon have the folder. */
  close(): void {
    this.#lock.release();
  }
}

function read(folder: string, node: NodeId): Content | undefined {
  const path = join(folder, FILE);
  const text = readIfThere(path);
  if (text === undefined) return undefined;
  const file = fileSchema.safeParse(parsed(text));
  if (!file.success || file.data.sha256 !== checksum(file.data.content)) {
    throw unusable(
      path,
      "the file is damaged, and starting without what it remembers could obey an old order; make sure that none of " +
        `this node's services runs, move the file away, and start again as a node without memory`,
    );
  }
  const { content } = file.data;
  if (content.node !== node) {
    throw unusable(
      path,
      `it belongs to node ${content.node}, not to ${node}; give each node a data folder of its own`,
    );
  }
  return content;
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw unusable(path, `it cannot be read: ${messageOf(error)}`, error);
  }
}

function readBoot(): string {
  try {
    return readFileSync(BOOT_ID, "utf8").trim();
  } catch {
    // Not Linux, or hidden from us: then each start counts as one of the host.
    return "";
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    // No JSON is as damaged as wrong JSON; the caller says so.
    return undefined;
  }
}

function checksum(content: Content): string {
  return createHash("sha256").update(JSON.stringify(content)).digest("hex");
}

/**
 * What only changes the page cache is done at once; what waits for the disk waits outside the event loop. Each wait
 * that is handed over and taken back costs a turn of a processor that may be busy, and clients wait meanwhile.
 */
async function replace(folder: string, text: string): Promise<void> {
  const path = join(folder, FILE);
  const fresh = `${path}.new`;
  await synced(fresh, "w", text);
  renameSync(fresh, path);
  await synced(folder, "r");
}

async function synced(path: string, flags: "r" | "w", text?: string): Promise<void> {
  const file = openSync(path, flags, 0o640);
  try {
    if (text !== undefined) writeSync(file, text);
    await sync(file);
  } finally {
    closeSync(file);
  }
}

function unusable(path: string, reason: string, cause?: unknown): PhiError {
  return new PhiError("DATA_UNUSABLE", { path, reason }, { cause });
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
