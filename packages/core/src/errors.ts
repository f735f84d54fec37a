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
