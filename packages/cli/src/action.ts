/** What all orders share: their options, the question before, the steps, and the end. */
import { type Action, type Ending, type Progress, act } from "@phidelity/client";
import { type Command, Option } from "commander";
import { STATUS, statusOf } from "./ending.ts";
import { confirmed } from "./confirm.ts";
import { duration } from "./options.ts";
import { offset } from "./render/figures.ts";
import { oneLine } from "./render/paint.ts";
import { type Call, Session } from "./session.ts";
import { waitUntil } from "./wait.ts";

/** How long an outcome is waited for where nothing else is said. */
const TIMEOUT = "60s";

export interface ActionOptions {
  readonly wait: boolean;
  readonly yes?: boolean;
  readonly dryRun?: boolean;
  readonly timeout: number;
}

/** An order, in the coordinator's terms and in words. */
export interface Ordered {
  readonly action: Action;
  /** What will happen, as in `Switch db over to db-2`. */
  readonly words: string;
  /** What shows how it stands, as in `phi group db`. */
  readonly lookAt: string;
  /** When the order is to be sent, in ms since 1970; at once where it is left out. */
  readonly atMs?: number;
}

/** Adds the options that every order takes. */
export function addActionOptions(command: Command): Command {
  return command
    .option("--no-wait", "return as soon as the coordinator has taken the order")
    .option("--yes", "do not ask before acting")
    .option("--dry-run", "say what would be done, and do nothing")
    .addOption(
      new Option("--timeout <time>", "how long the outcome is waited for")
        .argParser(duration)
        .default(duration(TIMEOUT), TIMEOUT),
    );
}

/** Asks where a person is there to be asked, sends the order, shows its steps as they come, and sets the exit status. */
export async function carryOut(call: Call, command: Command, ordered: Ordered): Promise<void> {
  const session = new Session(call, command);
  const options = command.opts<ActionOptions>();
  if (options.dryRun !== true && !(await goesOn(session, options, ordered))) {
    session.say("Nothing was done.");
    call.status = STATUS.failed;
    return;
  }
  const steps: Progress[] = [];
  const ending = await act(session.targets, {
    action: ordered.action,
    dryRun: options.dryRun ?? false,
    timeoutMs: options.timeout,
    waits: options.wait,
    onProgress: (step) => {
      steps.push(step);
      session.say(`${session.paintError("dim", offset(step.afterMs))}  ${oneLine(step.text)}`);
    },
  });
  tell(session, ending, ordered, options.dryRun === true ? "dry run" : "done");
  if (session.isForMachines) session.print(summary(ordered, options, ending, steps), () => []);
  call.status = statusOf(ending);
}

/** False where the person says no, or interrupts while the time is waited for. */
async function goesOn(session: Session, options: ActionOptions, ordered: Ordered): Promise<boolean> {
  if (options.yes !== true && !(await confirmed(session, ordered.words))) return false;
  return ordered.atMs === undefined || waitUntil(session, ordered.atMs);
}

function tell(session: Session, ending: Ending, ordered: Ordered, done: string): void {
  const paint = session.paintError;
  const at = paint("dim", offset(ending.afterMs));
  const text = oneLine(ending.text);
  switch (ending.status) {
    case "done":
      return session.say(`${at}  ${paint("green", done)}: ${text}`);
    case "sent":
      return session.say(`${at}  sent; ${ordered.lookAt} shows what becomes of it`);
    case "refused":
      return session.say(`${at}  ${paint("red", "refused")}: ${text}`);
    case "timedOut":
    case "unknown":
      session.say(`${at}  ${paint("yellow", "outcome unknown")}: ${text}`);
      return session.say(`It may be done, or be done yet. Look at: ${ordered.lookAt}`);
    default:
      return undefined;
  }
}

function summary(
  ordered: Ordered,
  options: ActionOptions,
  ending: Ending,
  steps: readonly Progress[],
): Readonly<Record<string, unknown>> {
  const { status, afterMs, text } = ending;
  return {
    action: ordered.action,
    dryRun: options.dryRun ?? false,
    status,
    afterMs,
    text,
    steps: steps.map((step) => ({ afterMs: step.afterMs, text: step.text })),
  };
}
