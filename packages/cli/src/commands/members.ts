import { Option, type Command } from "commander";
import { name } from "../options.ts";
import { memberLines } from "../render/members.ts";
import { type Call, Session } from "../session.ts";

interface MembersOptions {
  readonly group?: string;
  readonly status?: string;
}

const STATUSES = ["joining", "alive", "suspect", "unreachable", "down", "left", "draining"];

/** `phi members`: one row a node and group. */
export function addMembers(program: Command, call: Call): void {
  program
    .command("members")
    .description("one row a node and group")
    .option("--group <group>", "only of this group", name)
    .addOption(new Option("--status <status>", "only with this status").choices(STATUSES))
    .action(async (options: MembersOptions, command: Command) => {
      const session = new Session(call, command);
      const answer = await session.coordinators.members();
      const members = answer.members.filter(
        (row) =>
          (options.group === undefined || row.group === options.group) &&
          (options.status === undefined || row.status === options.status),
      );
      session.print({ ...answer, members }, () =>
        memberLines(members, {
          wide: session.form === "wide",
          nowMs: call.world.nowMs(),
          paint: session.paint,
        }),
      );
    });
}
