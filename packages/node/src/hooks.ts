/** Runs the hooks of this node's services: an operator's commands, told by `PHI_...` variables what it is about. */
import type { GroupId, HookEnd, HookFacts, HookName, NodeId, RunId } from "@phidelity/core";
import { type CommandEnd, CommandRun } from "./command-run.ts";
import type { CommandStarter } from "./command-starter.ts";
import { readStatus } from "./replication.ts";

export interface HookCall {
  readonly group: GroupId;
  readonly hook: HookName;
  readonly run: RunId;
  readonly command: readonly string[];
  readonly timeoutMs: number;
  readonly facts: HookFacts;
}

export interface HooksOptions {
  readonly node: NodeId;
  readonly starter: CommandStarter;
}

export class Hooks {
  readonly #options: HooksOptions;
  readonly #running = new Map<RunId, CommandRun>();

  constructor(options: HooksOptions) {
    this.#options = options;
  }

  /** Runs one hook to its end, which always comes: at the latest two seconds after its timeout. */
  async run(call: HookCall): Promise<HookEnd> {
    const command = new CommandRun({
      command: call.command,
      variables: hookVariables(this.#options.node, call),
      timeoutMs: call.timeoutMs,
      starter: this.#options.starter,
    });
    this.#running.set(call.run, command);
    const end = await command.ended;
    this.#running.delete(call.run);
    return hookEnd(call.hook, end);
  }

  /** Ends a run early; nothing happens where it has ended already. */
  stop(run: RunId): void {
    this.#running.get(run)?.stop();
  }
}

function hookVariables(node: NodeId, call: HookCall): Record<string, string> {
  const { epoch, reason, activeNode, activeAddress, oldNode, round, inSync } = call.facts;
  const variables: Record<string, string> = {
    PHI_NODE: node,
    PHI_GROUP: call.group,
    PHI_EPOCH: String(epoch),
    PHI_REASON: reason,
    PHI_ACTIVE_NODE: activeNode,
    PHI_ACTIVE_ADDRESS: activeAddress,
    PHI_OLD_NODE: oldNode,
    // How long it has from its start, in ms.
    PHI_DEADLINE_MS: String(Math.round(call.timeoutMs)),
    // The same for each attempt at the same step, so that a hook can know that it has done it already. A standby that
    // broke after it had followed is told to follow anew: that is a step of its own.
    PHI_OPERATION_ID: `${call.group}-${epoch}-${call.hook}${round === 0 ? "" : `-${round + 1}`}`,
  };
  if (inSync !== undefined) variables["PHI_IN_SYNC"] = inSync.join(",");
  // No system passes a zero byte on in a variable; the reason comes from afar.
  for (const [name, value] of Object.entries(variables)) variables[name] = value.replaceAll("\0", "");
  return variables;
}

function hookEnd(hook: HookName, end: CommandEnd): HookEnd {
  const { ok, timedOut, exitCode, durationMs, output, stdout } = end;
  const plain: HookEnd = { ok, timedOut, exitCode, durationMs, output };
  if (hook !== "status" || !ok) return plain;
  const status = readStatus(stdout);
  return "answer" in status
    ? { ...plain, replication: status.answer }
    : { ...plain, ok: false, output: status.failure };
}
