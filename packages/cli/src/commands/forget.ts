import { nodeId } from "@phidelity/client";
import type { Command } from "commander";
import { addActionOptions, carryOut } from "../action.ts";
import { name } from "../options.ts";
import type { Call } from "../session.ts";

/** `phi forget NODE`: remove a node that will not come back. */
export function addForget(program: Command, call: Call): void {
  const command = program
    .command("forget")
    .description("remove a node that is down or left")
    .argument("<node>", "the node's name", name);
  addActionOptions(command).action(async (node: string) => {
    await carryOut(call, command, {
      action: { action: "forget", node: nodeId(node) },
      words: `Forget ${node}`,
      lookAt: "phi members",
    });
  });
}
