import { groupId, nodeId } from "@phidelity/client";
import type { Command } from "commander";
import { addActionOptions, carryOut } from "../action.ts";
import { name, pointInTime } from "../options.ts";
import type { Call } from "../session.ts";

interface SwitchoverOptions {
  readonly to?: string;
  /** In ms since 1970. */
  readonly at?: number;
}

/** `phi switchover G`: planned, with zero overlap. */
export function addSwitchover(program: Command, call: Call): void {
  const command = program
    .command("switchover")
    .description("planned: the active stops first, then the other starts")
    .argument("<group>", "the group's name", name)
    .option("--to <node>", "who is to become active", name)
    .option("--at <time>", "wait here until then, such as 23:30 or 2026-11-24T23:30:00Z", (text) =>
      pointInTime(text, call.world.nowMs()),
    );
  addActionOptions(command).action(async (group: string, options: SwitchoverOptions) => {
    const { to, at } = options;
    await carryOut(call, command, {
      action: {
        action: "switchover",
        group: groupId(group),
        ...(to === undefined ? {} : { to: nodeId(to) }),
      },
      words: `Switch ${group} over${to === undefined ? "" : ` to ${to}`}`,
      ...(at === undefined ? {} : { atMs: at }),
      lookAt: `phi group ${group}, phi events --group ${group} --since 5m`,
    });
  });
}
