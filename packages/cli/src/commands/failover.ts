import { groupId, nodeId } from "@phidelity/client";
import type { Command } from "commander";
import { addActionOptions, carryOut } from "../action.ts";
import { name } from "../options.ts";
import type { Call } from "../session.ts";

interface FailoverOptions {
  readonly to?: string;
  readonly acceptDataLoss?: boolean;
  readonly nodeIsOff?: boolean;
}

/** `phi failover G`: the active is gone or must go, now. */
export function addFailover(program: Command, call: Call): void {
  const command = program
    .command("failover")
    .description("the active is gone or must go, now")
    .argument("<group>", "the group's name", name)
    .option("--to <node>", "who is to become active", name)
    .option("--accept-data-loss", "also to a member that lacks acknowledged writes")
    .option("--node-is-off", "the old active is surely powered off: its lease is not waited for");
  addActionOptions(command).action(async (group: string, options: FailoverOptions) => {
    const { to, acceptDataLoss = false, nodeIsOff = false } = options;
    const target = to === undefined ? {} : { to: nodeId(to) };
    const loss = acceptDataLoss ? ", even if acknowledged writes are lost" : "";
    const off = nodeIsOff ? ", taking your word that the old active is off" : "";
    await carryOut(call, command, {
      action: { action: "failover", group: groupId(group), ...target, acceptDataLoss, nodeIsOff },
      words: `Fail ${group} over${to === undefined ? "" : ` to ${to}`} now${loss}${off}`,
      lookAt: `phi group ${group}, phi events --group ${group} --since 5m`,
    });
  });
}
