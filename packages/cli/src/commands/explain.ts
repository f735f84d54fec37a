import { readFileSync, writeFileSync } from "node:fs";
import { PhiError, type RecordedNode, calibrate, readRecording, recordingLines } from "@phidelity/client";
import { type Command, InvalidArgumentError } from "commander";
import { name } from "../options.ts";
import { calibrationLines, groupWhy, nodeWhy } from "../render/explain.ts";
import { type Call, Session } from "../session.ts";

interface ExplainOptions {
  readonly calibrate?: boolean;
  readonly record?: string;
  readonly from?: string;
}

interface Subject {
  readonly kind: "node" | "group" | "either";
  readonly name: string;
}

/** `phi explain NODE|GROUP`: why it is in its state, and what happens next. */
export function addExplain(program: Command, call: Call): void {
  program
    .command("explain")
    .description("why a node or a group is in its state, and what happens next")
    .argument("<name>", "a node's or group's name; node/NAME or group/NAME where both have it", subject)
    .option("--calibrate", "what other laws and thresholds would have made of the node's newest heartbeats")
    .option("--record <file>", "write the node's newest heartbeats into a file")
    .option("--from <file>", "with --calibrate: take the heartbeats from such a file, not from a coordinator")
    .action(async (asked: Subject, options: ExplainOptions, command: Command) => {
      const session = new Session(call, command);
      if (options.calibrate !== true && options.record === undefined) return explain(session, asked);
      const recording =
        options.from === undefined
          ? recordingLines(await recorded(session, asked)).join("\n")
          : read(options.from);
      if (options.record !== undefined) write(options.record, `${recording}\n`);
      if (options.calibrate === true) replay(session, recording, options.from ?? asked.name);
    });
}

function subject(text: string): Subject {
  const [first = "", second] = text.split("/");
  if (second === undefined) return { kind: "either", name: name(first) };
  if (first === "node" || first === "group") return { kind: first, name: name(second) };
  throw new InvalidArgumentError("What is explained is NAME, node/NAME or group/NAME.");
}

async function explain(session: Session, asked: Subject): Promise<void> {
  if ((await kindOf(session, asked)) === "node") {
    const answer = await session.coordinators.explainNode(asked.name);
    session.print(answer, () => nodeWhy(answer, session.paint));
  } else {
    const answer = await session.coordinators.explainGroup(asked.name);
    session.print(answer, () => groupWhy(answer, session.paint));
  }
}

/** Whether a node or a group is meant; refused where both or neither has the name. */
async function kindOf(session: Session, asked: Subject): Promise<"node" | "group"> {
  if (asked.kind !== "either") return asked.kind;
  const [{ members }, { groups }] = [
    await session.coordinators.members(),
    await session.coordinators.groups(),
  ];
  const nodes = new Set(members.map((member) => member.node));
  const isNode = nodes.has(asked.name);
  const isGroup = groups.some(({ group }) => group === asked.name);
  if (isNode !== isGroup) return isNode ? "node" : "group";
  const both = `a node and a group are called ${asked.name}: say node/${asked.name} or group/${asked.name}`;
  const all = [...nodes].sort().join(", ") || "none";
  const neither = `neither a node nor a group is called ${asked.name} (nodes: ${all}; groups: ${groups.map(({ group }) => group).join(", ") || "none"})`;
  throw new PhiError("ACTION_REFUSED", { action: `explain ${asked.name}`, reason: isNode ? both : neither });
}

async function recorded(session: Session, asked: Subject): Promise<RecordedNode> {
  if ((await kindOf(session, asked)) === "node") return session.coordinators.recorded(asked.name);
  const reason = "heartbeats are a node's; this is a group";
  throw new PhiError("ACTION_REFUSED", { action: `replay ${asked.name}`, reason });
}

function replay(session: Session, recording: string, file: string): void {
  const { node, tuning, suspect, arrivals } = readRecording(recording, file);
  const rows = calibrate(arrivals, tuning, suspect);
  const set = { law: tuning.law, threshold: suspect };
  const answer = { node, heartbeats: arrivals.length, set, rows };
  session.print(answer, () => calibrationLines(answer, session.paint));
}

function read(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    throw new PhiError("CONFIG_UNREADABLE", { file, reason: wordsOf(error) }, { cause: error });
  }
}

function write(file: string, text: string): void {
  try {
    writeFileSync(file, text);
  } catch (error) {
    const reason = `it cannot be written: ${wordsOf(error)}`;
    throw new PhiError("CONFIG_UNREADABLE", { file, reason }, { cause: error });
  }
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
