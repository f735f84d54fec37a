/** A check by running a command. */
import { type CommandOptions, CommandRun } from "../command-run.ts";
import { type ProbeResult, failed, passed } from "./probe.ts";

/** Passes where the command exits 0 in time; the detail is the last line that it printed. Never rejects. */
export async function probeExec(options: CommandOptions): Promise<ProbeResult> {
  const end = await new CommandRun(options).ended;
  const lastLine = end.output.trimEnd().split("\n").at(-1) ?? "";
  if (end.ok) return passed(lastLine === "" ? "exit status 0" : lastLine);
  const words = end.timedOut ? `timed out after ${options.timeoutMs} ms` : `exit status ${end.exitCode}`;
  return failed(lastLine === "" ? words : `${words}: ${lastLine}`);
}
