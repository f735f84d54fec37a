import { groupId } from "@phidelity/client";
import type { Command } from "commander";
import { addActionOptions, carryOut } from "../action.ts";
import { name } from "../options.ts";
import type { Call } from "../session.ts";

/** `phi resume [G]`: the end of maintenance. */
export function addResume(program: Command, call: Call): void {
  const command = program
    .command("resume")
    .description("end maintenance")
    .argument("[group]", "the group's name; every group where none is named", name);
  addActionOptions(command).action(async (group: string | undefined) => {
    await carryOut(call, command, {
      action: { action: "resume", ...(group === undefined ? {} : { group: groupId(group) }) },
      words: `Let ${group ?? "every group"} fail over by itself again`,
      lookAt: group === undefined ? "phi groups" : `phi group ${group}`,
    });
  });
}
