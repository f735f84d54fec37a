/** One stage of a test run: a program, its output shown as it comes, and what it counts for. */
import { type ChildProcess, spawn } from "node:child_process";
import { rmSync } from "node:fs";
import { type Tally, nothing, tallyOfReport } from "./tally.ts";

export interface Stage {
  readonly name: string;
  /** The program and its arguments; a program of `node_modules/.bin` is named alone. */
  readonly command: readonly string[];
  /** Part of `pnpm check` too. */
  readonly quick: boolean;
  /** After this long the stage is ended and counts as failed. */
  readonly timeoutMs: number;
  /** Where vitest leaves its report; a stage without one counts as one check. */
  readonly report?: string;
  /** No later stage can say anything useful when this one fails. */
  readonly stopsAll?: boolean;
  /** Says in words what is missing to run the stage, or nothing. */
  readonly missing?: () => string | undefined;
}

/** Runs one stage to its end and counts it. Never throws for a stage that fails. */
export async function runStage(stage: Stage, cwd: string): Promise<Tally> {
  process.stdout.write(`\n━━ ${stage.name}: ${stage.command.join(" ")}\n`);
  const missing = stage.missing?.();
  if (missing !== undefined) {
    process.stdout.write(`SKIPPED ${stage.name}: ${missing}\n`);
    return { ...nothing, skipped: 1 };
  }
  if (stage.report !== undefined) rmSync(stage.report, { force: true });
  const startedAt = performance.now();
  const reason = await endOf(stage, cwd);
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  process.stdout.write(
    `━━ ${stage.name}: ${reason === undefined ? "ok" : `FAILED, ${reason}`} (${seconds} s)\n`,
  );
  if (stage.report !== undefined) return tallyOfReport(stage.report, reason === undefined);
  return reason === undefined ? { ...nothing, passed: 1 } : { ...nothing, failed: 1 };
}

/** Resolves to what went wrong, in words, or to undefined. */
function endOf(stage: Stage, cwd: string): Promise<string | undefined> {
  const [program = "", ...args] = stage.command;
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd, stdio: ["ignore", "inherit", "inherit"] });
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      child.kill("SIGTERM");
    }, stage.timeoutMs);
    const release = passSignalsOn(child);
    const done = (reason: string | undefined): void => {
      clearTimeout(timer);
      release();
      resolve(reason);
    };
    child.on("error", (error) => done(`it could not be started: ${error.message}`));
    child.on("close", (code, signal) => {
      if (late) done(`it was ended after ${stage.timeoutMs / 1000} s`);
      else if (signal !== null) done(`it was ended by ${signal}`);
      else done(code === 0 ? undefined : `exit status ${String(code)}`);
    });
  });
}

/** Who stops the run stops the stage: its tests clean up, and then this process ends too. */
function passSignalsOn(child: ChildProcess): () => void {
  const onSignal = (signal: NodeJS.Signals): void => {
    process.exitCode = 1;
    child.kill(signal);
    child.once("close", () => process.exit(1));
  };
  process.on("SIGTERM", onSignal);
  process.on("SIGINT", onSignal);
  return () => {
    process.off("SIGTERM", onSignal);
    process.off("SIGINT", onSignal);
  };
}
