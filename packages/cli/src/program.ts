/** The tree of commands, and what becomes of a call. */
import { PhiError } from "@phidelity/client";
import { Command, CommanderError } from "commander";

import { addAck } from "./commands/ack.ts";
import { addCapacity } from "./commands/capacity.ts";
import { addDrain } from "./commands/drain.ts";
import { addEvents } from "./commands/events.ts";
import { addExplain } from "./commands/explain.ts";
import { addFailover } from "./commands/failover.ts";
import { addForget } from "./commands/forget.ts";
import { addGroup } from "./commands/group.ts";
import { addGroups } from "./commands/groups.ts";
import { addMembers } from "./commands/members.ts";
import { addPause } from "./commands/pause.ts";
import { addResume } from "./commands/resume.ts";
import { addSwitchover } from "./commands/switchover.ts";
import { addUndrain } from "./commands/undrain.ts";
import { addWatch } from "./commands/watch.ts";
import { STATUS, type Status, describe } from "./ending.ts";
import { addGlobalOptions } from "./options.ts";
import type { Call } from "./session.ts";
import { version } from "./version.ts";
import type { World } from "./world.ts";

const READERS = [addMembers, addWatch, addGroups, addGroup, addCapacity, addExplain, addEvents];
const ACTIONS = [addFailover, addSwitchover, addDrain, addUndrain, addPause, addResume, addAck, addForget];

const STATUS_HELP = `
Exit status: 0 done; 1 failed or refused, with the reason; 2 wrong usage or configuration;
3 no coordinator reachable; 4 not allowed; 5 timed out, outcome unknown.`;

/**
 * Runs one call of `phi`.
 *
 * @param args what was typed after `phi`
 * @returns the exit status; everything that goes wrong is said on standard error first
 */
export async function run(args: readonly string[], world: World): Promise<Status> {
  const call: Call = { world, located: undefined, status: STATUS.done };
  try {
    await programFor(call).parseAsync(args, { from: "user" });
    return call.status;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? STATUS.done : STATUS.usage;
    if (!(error instanceof PhiError)) throw error;
    const { status, text } = describe(error);
    world.stderr.write(`phi: ${text}\n${hintFor(status, call)}`);
    return status;
  }
}

function programFor(call: Call): Command {
  const { stdout, stderr } = call.world;
  const program = new Command("phi")
    .description("Looks at a Phidelity cluster, and acts on it.")
    .version(version(), "--version")
    .exitOverride()
    .showHelpAfterError("(phi --help says what there is)")
    .configureHelp({ showGlobalOptions: true })
    .configureOutput({
      writeOut: (text) => void stdout.write(text),
      writeErr: (text) => void stderr.write(text),
      outputError: (text, write) => write(text.replace(/^error: /, "phi: ")),
      getOutHelpWidth: () => stdout.columns ?? 100,
      getErrHelpWidth: () => stderr.columns ?? 100,
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    })
    .addHelpText("after", STATUS_HELP);
  addGlobalOptions(program);
  program.commandsGroup("Looking:");
  for (const add of READERS) add(program, call);
  program.commandsGroup("Acting:");
  for (const add of ACTIONS) add(program, call);
  return program;
}

/** Where the URLs came from, in case that is what is wrong. */
function hintFor(status: Status, call: Call): string {
  const because = call.located?.because ?? "";
  return status === STATUS.unreachable && because !== "" ? `(${because})\n` : "";
}
