/** Writes what operators and watchers ask, and what they are told. */
import {
  type Action,
  type Command,
  type EventRow,
  type MemberRow,
  type MembersUpdate,
  type Outcome,
  type Progress,
  unreachable,
} from "@phidelity/core";
import type { phidelity } from "../gen/phidelity.js";
import { nodeStatuses, outcomeStatuses, roles } from "./enums.ts";
import { LENGTH_MAX } from "./limits.ts";
import { wholeOf, wordsOf } from "./words.ts";

export function writeMembers(update: MembersUpdate): phidelity.v1.MembersUpdate.$Properties {
  const { cluster, leader, term } = update;
  return { cluster, leader, term, members: update.members.map(writeMember) };
}

function writeMember(row: MemberRow): phidelity.v1.MemberRow.$Properties {
  const { lagBytes, slow, ...plain } = row;
  return {
    ...plain,
    role: roles.valueOf(row.role),
    status: nodeStatuses.valueOf(row.status),
    ...(lagBytes === undefined ? {} : { lagBytes: wholeOf(lagBytes) }),
    ...(slow ? { slow } : {}),
  };
}

export function writeEvent(event: EventRow): phidelity.v1.EventRow.$Properties {
  const facts: Record<string, string> = {};
  for (const [name, value] of Object.entries(event.facts)) facts[name] = wordsOf(value, LENGTH_MAX.output);
  return { ...event, text: wordsOf(event.text, LENGTH_MAX.text), facts };
}

export function writeCommand(command: Command): phidelity.v1.Command.$Properties {
  return { request: command.request, dryRun: command.dryRun, ...writeAction(command.action) };
}

function writeAction(action: Action): phidelity.v1.Command.$Properties {
  switch (action.action) {
    case "failover":
      return { failover: action };
    case "switchover":
      return { switchover: action };
    case "drain":
      return { drain: action };
    case "undrain":
      return { undrain: action };
    case "pause":
      return { pause: { ...action, reason: wordsOf(action.reason, LENGTH_MAX.text) } };
    case "resume":
      return { resume: action };
    case "ack":
      return { ack: action };
    case "forget":
      return { forget: action };
    default:
      return unreachable(action);
  }
}

export function writeProgress(progress: Progress): phidelity.v1.Progress.$Properties {
  return { ...progress, text: wordsOf(progress.text, LENGTH_MAX.text) };
}

export function writeOutcome(outcome: Outcome): phidelity.v1.Outcome.$Properties {
  return {
    ...outcome,
    status: outcomeStatuses.valueOf(outcome.status),
    text: wordsOf(outcome.text, LENGTH_MAX.text),
  };
}
