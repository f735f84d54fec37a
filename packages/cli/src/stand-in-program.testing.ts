/** The stand-in coordinator of the client's tests, as a program of its own: real frames over real sockets. */
import { type ChildProcess, spawn } from "node:child_process";
import { createInterface } from "node:readline";

const PROGRAM = new URL("../../client/src/stand-in.testing.ts", import.meta.url);

export interface StandInProgram {
  readonly url: string;
  stop(): Promise<void>;
}

/** Starts it, and gives its URL once it listens. What it does with orders stands at its own top. */
export async function startStandIn(): Promise<StandInProgram> {
  const child = spawn(process.execPath, [PROGRAM.pathname], { stdio: ["ignore", "pipe", "inherit"] });
  try {
    return { url: await firstLineOf(child), stop: () => stop(child) };
  } catch (error) {
    await stop(child);
    throw error;
  }
}

async function firstLineOf(child: ChildProcess): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  if (child.stdout !== null) createInterface({ input: child.stdout }).once("line", resolve);
  child.once("exit", (code) => reject(new Error(`the stand-in ended with ${code}`)));
  child.once("error", reject);
  return promise;
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const { promise, resolve } = Promise.withResolvers<void>();
  child.once("exit", () => resolve());
  child.kill("SIGKILL");
  await promise;
}
