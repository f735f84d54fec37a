import type { Command } from "commander";
import { groupLines } from "../render/groups.ts";
import { type Call, Session } from "../session.ts";

/** `phi groups`: one row a group. */
export function addGroups(program: Command, call: Call): void {
  program
    .command("groups")
    .description(
      "one row a group: mode, active, epoch, standbys, capacity, last failover, whether one would succeed",
    )
    .action(async (_options: unknown, command: Command) => {
      const session = new Session(call, command);
      const answer = await session.coordinators.groups();
      const view = { wide: session.form === "wide", nowMs: call.world.nowMs(), paint: session.paint };
      session.print(answer, () => groupLines(answer.groups, view));
    });
}
