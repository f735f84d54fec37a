import type { Command } from "commander";
import { names } from "../options.ts";
import { capacityLines } from "../render/capacity.ts";
import { type Call, Session } from "../session.ts";

/** `phi capacity`: what each group needs and has, also without some nodes. */
export function addCapacity(program: Command, call: Call): void {
  program
    .command("capacity")
    .description("what each group needs, has, and can lose")
    .option("--without <nodes>", "as if these nodes were not there; with commas between them", names)
    .action(async (options: { readonly without?: readonly string[] }, command: Command) => {
      const session = new Session(call, command);
      const answer = await session.coordinators.capacity(options.without ?? []);
      session.print(answer, () => capacityLines(answer.groups, session.paint));
    });
}
