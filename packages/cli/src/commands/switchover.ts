import { groupId, nodeId } from "@phidelity/client";
import type { Command } from "commander";
import { addActionOptions, carryOut } from "../action.ts";
import { name } from "../options.ts";
import type { Call } from "../session.ts";

/** `phi switchover G`: planned, with zero overlap. */
export function addSwitchover(program: Command, call: Call): void {
  const command = program
    .command("switchover")
    .description("planned: the active stops first, then the other starts")
    .argument("<group>", "the group's name", name)
    .option("--to <node>", "who is to become active", name);
  addActionOptions(command).action(async (group: string, options: { readonly to?: string }) => {
    const { to } = options;
    await carryOut(call, command, {
      action: {
        action: "switchover",
        group: groupId(group),
        ...(to === undefined ? {} : { to: nodeId(to) }),
      },
      words: `Switch ${group} over${to === undefined ? "" : ` to ${to}`}`,
      lookAt: `phi group ${group}, phi events --group ${group} --since 5m`,
    });
  });
}
