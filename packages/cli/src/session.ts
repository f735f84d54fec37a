/** One call of one command: whom it talks to, and how it says what it learns. */
import { Coordinators, type Targets, targetsOf, tokenOf } from "@phidelity/client";
import type { Command } from "commander";
import { stringify } from "yaml";
import type { Status } from "./ending.ts";
import { type Located, locate } from "./locate.ts";
import type { GlobalOptions } from "./options.ts";
import { type Paint, inColour, plain } from "./render/paint.ts";
import type { World } from "./world.ts";

/** What a command is given: the world, and where it leaves its exit status. */
export interface Call {
  readonly world: World;
  /** Where coordinators were looked for, once a command did; for the words of a failure. */
  located: Located | undefined;
  status: Status;
}

export class Session {
  readonly world: World;
  readonly targets: Targets;
  readonly coordinators: Coordinators;
  readonly form: GlobalOptions["output"];
  /** Paints for standard output. */
  readonly paint: Paint;
  /** Paints for standard error. */
  readonly paintError: Paint;

  /** Reads the options of the command and of the program. @throws PhiError CONFIG_INVALID */
  constructor(call: Call, command: Command) {
    const options = command.optsWithGlobals<GlobalOptions>();
    const { env, stdout, stderr } = call.world;
    const located = locate(options.coordinator, call.world);
    call.located = located;
    const token = options.token ?? env["PHI_TOKEN"] ?? "";
    this.world = call.world;
    this.targets = targetsOf({
      coordinators: located.urls,
      ...(token === "" ? {} : { token: tokenOf(token) }),
      ...(options.ca === undefined ? {} : { ca: options.ca }),
    });
    this.coordinators = new Coordinators(this.targets);
    this.form = options.json === true ? "json" : options.output;
    const allowed = options.color && (env["NO_COLOR"] ?? "") === "" && env["TERM"] !== "dumb";
    this.paint = allowed && stdout.isTTY === true ? inColour : plain;
    this.paintError = allowed && stderr.isTTY === true ? inColour : plain;
  }

  /** True where a machine reads what is written. */
  get isForMachines(): boolean {
    return this.form === "json" || this.form === "yaml";
  }

  /** Writes an answer in the form that was asked for; `lines` is what a person reads. */
  print(value: unknown, lines: () => readonly string[]): void {
    if (this.form === "json") return this.line(JSON.stringify(value, undefined, 2));
    if (this.form === "yaml") return this.line(stringify(value).trimEnd());
    for (const line of lines()) this.line(line);
  }

  /** Writes one of many answers of a stream: a line of JSON, a document of YAML, or a line for a person. */
  printNext(value: unknown, line: string): void {
    if (this.form === "json") return this.line(JSON.stringify(value));
    if (this.form === "yaml") return this.line(`---\n${stringify(value).trimEnd()}`);
    this.line(line);
  }

  line(text: string): void {
    this.world.stdout.write(`${text}\n`);
  }

  /** Says something to the person, beside the answer. */
  say(text: string): void {
    this.world.stderr.write(`${text}\n`);
  }
}
