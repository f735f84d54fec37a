import type { EventsQuery } from "@phidelity/client";
import type { Command } from "commander";
import { followEvents } from "../follow.ts";
import { history } from "../history.ts";
import { name, since } from "../options.ts";
import { eventLines } from "../render/events.ts";
import { type Call, Session } from "../session.ts";

interface EventsOptions extends EventsQuery {
  readonly follow?: boolean;
}

/** `phi events`: what happened, and with `--follow` what happens. */
export function addEvents(program: Command, call: Call): void {
  program
    .command("events")
    .description("the history, oldest first")
    .option("--follow", "go on with what happens, until interrupted")
    .option("--since <time>", "how far back, such as 1h, or a time in ISO 8601", since)
    .option("--group <group>", "only of this group", name)
    .option("--node <node>", "only of this node", name)
    .action(async (options: EventsOptions, command: Command) => {
      const { follow, ...query } = options;
      const session = new Session(call, command);
      if (follow === true) {
        call.status = await followEvents(session, query);
        return;
      }
      const events = await history(session, query);
      const shown = { wide: session.form === "wide", paint: session.paint };
      session.print({ events }, () => eventLines(events, shown));
    });
}
