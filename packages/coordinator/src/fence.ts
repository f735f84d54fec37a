/** The fence command: makes sure that a node's old service is off. Its exit status is the answer. */
import { type ChildProcess, spawn } from "node:child_process";
import type { ClusterEffect, ClusterEvent } from "@phidelity/core";
import { type Logger, ProcessGuard } from "@phidelity/runtime";

export type FenceOrder = Extract<ClusterEffect, { readonly type: "fence" }>;

export interface FenceCommand {
  /** Program and arguments; no shell. */
  readonly command: readonly string[];
  readonly timeout: number;
}

/** Between SIGTERM and SIGKILL. */
const GRACE_MS = 2_000;
/**
 * What a command printed last is read a moment after its end; a process that it left behind may keep its output open for
 * good, and is not waited for.
 */
const OUTPUT_MS = 100;
/** How much of what a command prints is kept. */
const OUTPUT_LENGTH_MAX = 2_000;

/** Runs fence commands, each in a process group of its own, so that whatever it started ends with it. */
export class Fences {
  readonly #running = new Set<ChildProcess>();
  readonly #dispatch: (event: ClusterEvent) => void;
  readonly #log: Logger;
  /** Started with the first command: most clusters have none. */
  #guard: ProcessGuard | undefined;

  constructor(dispatch: (event: ClusterEvent) => void, log: Logger) {
    this.#dispatch = dispatch;
    this.#log = log;
  }

  /** Runs the command; `fenceEnded` follows: ok only where it exited 0 in time. */
  run(order: FenceOrder, fence: FenceCommand | undefined): void {
    const { group, epoch } = order;
    const end = (ok: boolean, detail: string): void => {
      this.#log.info({ group, epoch, node: order.node, ok, detail }, "fence command ended");
      this.#dispatch({ type: "fenceEnded", group, epoch, ok, detail });
    };
    const [program, ...rest] = fence?.command ?? [];
    if (fence === undefined || program === undefined) return end(false, "no fence command is set any more");
    const child = spawn(program, rest, {
      detached: true,
      stdio: ["ignore", "pipe", "pipe"],
      env: { ...process.env, ...variablesOf(order) },
    });
    const pid = child.pid;
    if (pid === undefined) return this.#attend(child, fence.timeout, end);
    this.#guard ??= new ProcessGuard((reason) => {
      this.#log.warn(
        { reason },
        "no shell to guard the fence command: it goes on when this coordinator is killed",
      );
    });
    this.#guard.started(pid);
    this.#attend(child, fence.timeout, (ok, detail) => {
      this.#guard?.ended(pid);
      end(ok, detail);
    });
  }

  /** Ends what still runs. */
  stop(): void {
    for (const child of this.#running) signalGroup(child, "SIGTERM");
  }

  #attend(child: ChildProcess, timeoutMs: number, end: (ok: boolean, detail: string) => void): void {
    this.#running.add(child);
    let output = "";
    let timedOut = false;
    const keep = (chunk: Buffer): void => {
      if (output.length < OUTPUT_LENGTH_MAX) output += chunk.toString("utf8");
    };
    child.stdout?.on("data", keep);
    child.stderr?.on("data", keep);
    const timers = [
      setTimeout(() => {
        timedOut = true;
        signalGroup(child, "SIGTERM");
      }, timeoutMs),
      setTimeout(() => signalGroup(child, "SIGKILL"), timeoutMs + GRACE_MS),
    ];
    const settle = (ok: boolean, how: string): void => {
      for (const timer of timers) clearTimeout(timer);
      if (!this.#running.delete(child)) return;
      if (timedOut) signalGroup(child, "SIGKILL"); // Whatever of the group has not gone with its leader.
      const said = output.trim().slice(0, OUTPUT_LENGTH_MAX);
      end(ok, said === "" ? how : `${how}: ${said}`);
    };
    child.once("error", (error) => settle(false, `it could not be started: ${error.message}`));
    child.once("exit", (status, signal) => {
      const how = status === null ? `ended by ${signal ?? "a signal"}` : `exit status ${status}`;
      const done = (): void =>
        settle(status === 0 && !timedOut, timedOut ? `timed out after ${timeoutMs} ms, ${how}` : how);
      child.once("close", done);
      timers.push(setTimeout(done, OUTPUT_MS));
    });
  }
}

function variablesOf(order: FenceOrder): Record<string, string> {
  return {
    PHI_NODE: order.node,
    PHI_GROUP: order.group,
    PHI_EPOCH: String(order.epoch),
    PHI_REASON: order.reason,
    PHI_OLD_NODE: order.node,
    PHI_NEW_NODE: order.newNode,
    PHI_ADDRESS: order.address,
    // The same for each attempt: a coordinator that died before it heard the answer leads to another.
    PHI_OPERATION_ID: `${order.group}-${order.epoch}-fence`,
  };
}

function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, signal);
  } catch (error) {
    const gone = error instanceof Error && "code" in error && error.code === "ESRCH";
    if (!gone) throw error; // Only a group that has ended already is nothing to speak of.
  }
}
