/** Every way the outside world can fail us, with the facts each failure carries. Codes never change meaning. */
export interface Failures {
  CONFIG_INVALID: { readonly file: string; readonly problems: string };
  CONFIG_UNREADABLE: { readonly file: string; readonly reason: string };
  FRAME_TOO_LARGE: { readonly bytes: number; readonly bytesMax: number };
  FRAME_MALFORMED: { readonly message: string; readonly field: string };
  VERSION_UNSUPPORTED: { readonly ours: string; readonly theirs: string };
  PORT_TAKEN: { readonly host: string; readonly port: number };
  LISTEN_FAILED: { readonly host: string; readonly port: number; readonly reason: string };
  LINK_FAILED: { readonly peer: string; readonly reason: string };
  LINK_REFUSED: { readonly peer: string; readonly status: number; readonly reason: string };
  LINK_CLOSED: { readonly peer: string; readonly wsCode: number; readonly reason: string };
  STORE_UNUSABLE: { readonly path: string; readonly reason: string };
  DATA_UNUSABLE: { readonly path: string; readonly reason: string };
  HOOK_FAILED: { readonly hook: string; readonly reason: string };
  COORDINATOR_UNREACHABLE: { readonly tried: string };
  ACTION_REFUSED: { readonly action: string; readonly reason: string };
  NOT_ALLOWED: { readonly action: string; readonly needs: string };
}

export type FailureCode = keyof Failures;

/** What a failure means, and how it is mended: one sentence each, for a person who met the code in a log. */
export interface FailureMeaning {
  readonly means: string;
  readonly mend: string;
}

/** The meaning of every code; the compiler asks for one that is missing. The page `docs/generated/errors.md` shows it. */
export const failureMeanings: Readonly<Record<FailureCode, FailureMeaning>> = {
  CONFIG_INVALID: {
    means: "The configuration holds a key, a value or a combination that cannot work.",
    mend: "Correct each line that `problems` names; `--check` reads the file again without starting anything.",
  },
  CONFIG_UNREADABLE: {
    means: "The configuration file could not be read, or is no YAML.",
    mend: "Check that the path exists, that the program's user may read it, and the place that `reason` names.",
  },
  FRAME_TOO_LARGE: {
    means: "A peer sent, or was about to be sent, a message larger than any that the protocol knows.",
    mend: "Check that only Phidelity's programs connect to this port; if they do, spread the groups over more nodes.",
  },
  FRAME_MALFORMED: {
    means: "A peer sent bytes that are no message, or a message with a field that cannot be.",
    mend: "Check that only Phidelity's programs connect to this port, and that their versions belong together.",
  },
  VERSION_UNSUPPORTED: {
    means: "Two programs share no version of the protocol.",
    mend: "Upgrade the older of the two; neighbouring releases understand one another.",
  },
  PORT_TAKEN: {
    means: "Another program listens at the address that this one was told to listen at.",
    mend: "End the other program, often an older start of this one, or change `listen`.",
  },
  LISTEN_FAILED: {
    means: "The system does not let the program listen at its address.",
    mend: "Check that the host in `listen` is an address of this machine and that the port is above 1023 or allowed.",
  },
  LINK_FAILED: {
    means: "A connection could not be opened.",
    mend: "Check that the peer runs, its address in the configuration, and firewalls on the way; it is tried again.",
  },
  LINK_REFUSED: {
    means: "The peer answered, and did not take the connection.",
    mend: "Status 401 or 403: compare the token or certificate on both sides; otherwise read `reason`.",
  },
  LINK_CLOSED: {
    means: "An open connection ended.",
    mend: "Nothing, where the peer was stopped; it is opened again. If it keeps happening, read `reason` and the peer's log.",
  },
  STORE_UNUSABLE: {
    means: "The coordinator cannot use its store, and without one it grants nothing.",
    mend: "Check the path, its owner and free disk space; do not start with an empty store while the old one can be saved.",
  },
  DATA_UNUSABLE: {
    means: "The node cannot use its data folder, and without it does not know which epochs it has seen.",
    mend: "Check the path in `data`, its owner and free disk space; only one daemon may use the folder.",
  },
  HOOK_FAILED: {
    means: "A hook could not be run, failed or was ended at its timeout.",
    mend: "Run its command by hand as the daemon's user with the `PHI_` variables from the log, and read its output.",
  },
  COORDINATOR_UNREACHABLE: {
    means: "None of the coordinators that were tried answered.",
    mend: "Check `--coordinator` or PHI_COORDINATOR, that a coordinator runs, and the network on the way.",
  },
  ACTION_REFUSED: {
    means: "The coordinator understood an order and did not carry it out.",
    mend: "Read `reason`; `phi group` and `phi members` show what stands in the way.",
  },
  NOT_ALLOWED: {
    means: "The token or certificate that was shown does not allow this.",
    mend: "Use a token with the right that `needs` names.",
  },
};

/** A failing world, met at an edge: a stable code, the facts that belong to it, and the cause where there is one. */
export class PhiError<Code extends FailureCode = FailureCode> extends Error {
  override readonly name: string = "PhiError";
  readonly code: Code;
  readonly facts: Failures[Code];

  constructor(code: Code, facts: Failures[Code], options?: ErrorOptions) {
    super(`${code} ${wordsOf(facts)}`, options);
    this.code = code;
    this.facts = facts;
  }
}

function wordsOf(facts: object): string {
  return Object.entries(facts)
    .map(([key, value]) => `${key}=${String(value)}`)
    .join(" ");
}
