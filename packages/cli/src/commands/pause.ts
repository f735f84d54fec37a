import { groupId } from "@phidelity/client";
import type { Command } from "commander";
import { addActionOptions, carryOut } from "../action.ts";
import { duration, name } from "../options.ts";
import { age } from "../render/figures.ts";
import type { Call } from "../session.ts";

interface PauseOptions {
  readonly for?: number;
  readonly reason?: string;
}

/** `phi pause [G]`: maintenance. */
export function addPause(program: Command, call: Call): void {
  const command = program
    .command("pause")
    .description("maintenance: watch, but fail nothing over")
    .argument("[group]", "the group's name; every group where none is named", name)
    .option("--for <time>", "ends by itself after this time, such as 1h", duration)
    .option("--reason <text>", "why; it is shown wherever the pause is");
  addActionOptions(command).action(async (group: string | undefined, options: PauseOptions) => {
    const forMs = options.for;
    const until = forMs === undefined ? "until it is resumed" : `for ${age(0, forMs)}`;
    await carryOut(call, command, {
      action: {
        action: "pause",
        ...(group === undefined ? {} : { group: groupId(group) }),
        ...(forMs === undefined ? {} : { forMs }),
        reason: options.reason ?? "",
      },
      words: `${group === undefined ? "Pause every group" : `Pause ${group}`} ${until}: nothing fails over by itself`,
      lookAt: group === undefined ? "phi groups" : `phi group ${group}`,
    });
  });
}
