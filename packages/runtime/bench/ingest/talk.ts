/** Questions to a process that this measurement has started, and its answers, over the channel that `fork` gives. */
import { type ChildProcess, fork } from "node:child_process";

/** A process that answers questions; it goes when this one does, since its channel closes then. */
export class Partner {
  readonly #child: ChildProcess;
  readonly #waiting = new Map<number, (answer: unknown) => void>();
  #lastId = 0;

  /** @param program the file to run; `log` is where its standard error goes: a descriptor, or "inherit"; `environment` is added to ours */
  constructor(
    program: string,
    args: readonly string[],
    execArgv: readonly string[] = [],
    log: number | "inherit" = "inherit",
    environment: Readonly<Record<string, string>> = {},
  ) {
    const stdio = ["ignore", "ignore", log, "ipc"] as const;
    this.#child = fork(program, [...args], {
      execArgv: [...execArgv],
      stdio: [...stdio],
      env: { ...process.env, ...environment },
    });
    this.#child.on("message", (message: { readonly id: number; readonly answer: unknown }) => {
      this.#waiting.get(message.id)?.(message.answer);
      this.#waiting.delete(message.id);
    });
    this.#child.on("exit", (code, signal) => {
      for (const tell of this.#waiting.values()) tell(new Error(`${program} ended: ${code ?? signal}`));
    });
  }

  get pid(): number {
    return this.#child.pid ?? 0;
  }

  /** Asks, and waits for the answer. */
  async ask<Answer>(question: string, about?: unknown): Promise<Answer> {
    const id = (this.#lastId += 1);
    const { promise, resolve } = Promise.withResolvers<unknown>();
    this.#waiting.set(id, resolve);
    this.#child.send({ id, question, about });
    const answer = await promise;
    if (answer instanceof Error) throw answer;
    return answer as Answer;
  }

  /** Ends the process, and waits until it has ended. */
  async end(signal: "SIGTERM" | "SIGKILL" = "SIGKILL"): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#child.once("exit", () => resolve());
    this.#child.kill(signal);
    await promise;
  }
}

/** By question: what is answered. */
export type Answers = Readonly<Record<string, (about: never) => unknown>>;

/** The other end: answers what the process that started this one asks, and ends with it. */
export function answerWith(answers: Answers): void {
  process.on("message", ({ id, question, about }: { id: number; question: string; about: never }) => {
    const answer = answers[question];
    if (answer === undefined) return;
    void Promise.resolve(answer(about)).then((value) =>
      process.send?.({ id, answer: value ?? null }, () => {}),
    );
  });
  process.on("disconnect", () => process.exit(1));
}
