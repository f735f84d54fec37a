/** How a call of `phi` ends: its exit status, and what it says on standard error. */
import type { Ending, PhiError } from "@phidelity/client";

/** Exit statuses, as scripts know them. */
export const STATUS = { done: 0, failed: 1, usage: 2, unreachable: 3, notAllowed: 4, unknown: 5 } as const;

export type Status = (typeof STATUS)[keyof typeof STATUS];

/** The status of an order's end. */
export function statusOf(ending: Ending): Status {
  switch (ending.status) {
    case "done":
    case "sent":
      return STATUS.done;
    case "refused":
      return STATUS.failed;
    case "timedOut":
    case "unknown":
      return STATUS.unknown;
    default:
      return STATUS.unknown;
  }
}

interface Described {
  readonly status: Status;
  readonly text: string;
}

/** The failures that have a status or words of their own. */
const DESCRIPTIONS: Readonly<Record<string, (facts: Readonly<Record<string, unknown>>) => Described>> = {
  COORDINATOR_UNREACHABLE: ({ tried }) => ({
    status: STATUS.unreachable,
    text: `no coordinator answers; tried\n  ${String(tried).split("), ").join(")\n  ")}`,
  }),
  NOT_ALLOWED: ({ action, needs }) => ({
    status: STATUS.notAllowed,
    text: `not allowed: ${String(action)} needs ${String(needs)}`,
  }),
  ACTION_REFUSED: ({ action, reason }) => ({
    status: STATUS.failed,
    text: `${String(action)}: ${String(reason)}`,
  }),
  CONFIG_INVALID: ({ problems }) => ({ status: STATUS.usage, text: String(problems) }),
  CONFIG_UNREADABLE: ({ file, reason }) => ({
    status: STATUS.usage,
    text: `${String(file)}: ${String(reason)}`,
  }),
};

/** A failure in words for a person, and its status. */
export function describe(error: PhiError): Described {
  const description = DESCRIPTIONS[error.code];
  return description === undefined
    ? { status: STATUS.failed, text: error.message }
    : description({ ...error.facts });
}
