import type { Command } from "commander";
import { name } from "../options.ts";
import { groupPage } from "../render/groups.ts";
import { type Call, Session } from "../session.ts";

/** `phi group G`: all that is known of one group. */
export function addGroup(program: Command, call: Call): void {
  program
    .command("group")
    .description("one group: who is active, who could take over now, and why not")
    .argument("<group>", "the group's name", name)
    .action(async (group: string, _options: unknown, command: Command) => {
      const session = new Session(call, command);
      const answer = await session.coordinators.group(group);
      const view = { wide: true, nowMs: call.world.nowMs(), paint: session.paint };
      session.print(answer, () => groupPage(answer, view));
    });
}
