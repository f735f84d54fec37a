import { groupId } from "@phidelity/client";
import type { Command } from "commander";
import { addActionOptions, carryOut } from "../action.ts";
import { name } from "../options.ts";
import type { Call } from "../session.ts";

/** `phi ack G`: lift the anti-flapping block. */
export function addAck(program: Command, call: Call): void {
  const command = program
    .command("ack")
    .description("lift the anti-flapping block that a failover left behind")
    .argument("<group>", "the group's name", name);
  addActionOptions(command).action(async (group: string) => {
    await carryOut(call, command, {
      action: { action: "ack", group: groupId(group) },
      words: `Lift the block of ${group}`,
      lookAt: `phi group ${group}`,
    });
  });
}
