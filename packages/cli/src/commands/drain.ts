import { nodeId } from "@phidelity/client";
import type { Command } from "commander";
import { addActionOptions, carryOut } from "../action.ts";
import { name } from "../options.ts";
import type { Call } from "../session.ts";

/** `phi drain NODE`: take it out of service. */
export function addDrain(program: Command, call: Call): void {
  const command = program
    .command("drain")
    .description("take a node out of service; refuses to break N+1 without --force")
    .argument("<node>", "the node's name", name)
    .option("--force", "also where too little capacity is left");
  addActionOptions(command).action(async (node: string, options: { readonly force?: boolean }) => {
    const force = options.force ?? false;
    await carryOut(call, command, {
      action: { action: "drain", node: nodeId(node), force },
      words: `Take ${node} out of service${force ? ", even if too little capacity is left" : ""}`,
      lookAt: `phi members, phi events --node ${node} --since 5m`,
    });
  });
}
