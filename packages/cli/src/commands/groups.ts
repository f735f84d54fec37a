import type { JsonObject } from "@phidelity/client";
import type { Command } from "commander";
import { rowLines } from "../render/document.ts";
import { type Call, Session } from "../session.ts";

/** What is looked for first; whatever else the coordinator says of a group follows. */
const FIRST = ["group", "mode", "phase", "active", "epoch", "standbys", "capacity"];

/** `phi groups`: one row a group. */
export function addGroups(program: Command, call: Call): void {
  program
    .command("groups")
    .description("one row a group: mode, active, epoch, standbys, capacity, last failover")
    .action(async (_options: unknown, command: Command) => {
      const session = new Session(call, command);
      const answer = await session.coordinators.groups();
      const groups = answer["groups"] as readonly JsonObject[];
      session.print(answer, () => rowLines(groups, FIRST, session.paint));
    });
}
