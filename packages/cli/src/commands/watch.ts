import type { Command } from "commander";
import { watchLines } from "../watch-lines.ts";
import { watchScreen } from "../watch-screen.ts";
import { type Call, Session } from "../session.ts";

/** `phi watch`: the members, live. */
export function addWatch(program: Command, call: Call): void {
  program
    .command("watch")
    .description("the members, live; q quits; plain lines when not a terminal")
    .action(async (_options: unknown, command: Command) => {
      const session = new Session(call, command);
      const { stdin, stdout } = session.world;
      const isScreen = stdin.isTTY === true && stdout.isTTY === true && !session.isForMachines;
      call.status = isScreen ? await watchScreen(session) : await watchLines(session);
    });
}
