import { nodeId } from "@phidelity/client";
import type { Command } from "commander";
import { addActionOptions, carryOut } from "../action.ts";
import { name } from "../options.ts";
import type { Call } from "../session.ts";

/** `phi undrain NODE`: take it back into service. */
export function addUndrain(program: Command, call: Call): void {
  const command = program
    .command("undrain")
    .description("take a node back into service")
    .argument("<node>", "the node's name", name);
  addActionOptions(command).action(async (node: string) => {
    await carryOut(call, command, {
      action: { action: "undrain", node: nodeId(node) },
      words: `Take ${node} back into service`,
      lookAt: `phi members, phi events --node ${node} --since 5m`,
    });
  });
}
