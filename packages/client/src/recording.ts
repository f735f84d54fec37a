/**
 * Recorded heartbeats as a file, format `phi-arrivals-1`: the first line is an object with the node and how it is judged,
 * each line after it `[slot, arrivalMs]`, oldest first, in ms after the first.
 */
import { type DetectorTuning, type Instant, PhiError, type RecordedNode, instant } from "@phidelity/core";
import { z } from "zod";

const head = z.object({
  format: z.literal("phi-arrivals-1"),
  node: z.string(),
  intervalMs: z.number().positive(),
  tuning: z
    .object({
      law: z.enum(["learned", "normal", "exponential"]),
      intervalMs: z.number().positive(),
      missed: z.number().int().min(1),
      capMs: z.number().positive(),
    })
    .optional(),
  suspect: z.number().positive().optional(),
  down: z.number().positive().optional(),
});
const line = z.tuple([z.number(), z.number()]);

/** The file's lines. */
export function recordingLines(recorded: RecordedNode): readonly string[] {
  const { arrivals, ...first } = recorded;
  return [JSON.stringify(first), ...arrivals.map((arrival) => JSON.stringify(arrival))];
}

/** Recorded heartbeats, as a replay takes them. */
export interface Recorded {
  readonly node: string;
  readonly tuning: DetectorTuning;
  readonly suspect: number;
  readonly arrivals: readonly (readonly [slot: number, at: Instant])[];
}

/** Takes a recording apart, with the product's defaults for what its first line leaves out. @throws PhiError CONFIG_INVALID */
export function readRecording(text: string, file: string): Recorded {
  const [first = "", ...rest] = text.trimEnd().split("\n");
  const { node, intervalMs, tuning, suspect } = parsed(head, first, file, 1);
  return {
    node,
    tuning: tuning ?? { law: "learned", intervalMs, missed: 2, capMs: 5_000 },
    suspect: suspect ?? 3.5,
    arrivals: rest.map((each, index) => {
      const [slot, at] = parsed(line, each, file, index + 2);
      return [slot, instant(at)];
    }),
  };
}

function parsed<Shape>(schema: z.ZodType<Shape>, text: string, file: string, at: number): Shape {
  const result = schema.safeParse(jsonOf(text));
  if (result.success) return result.data;
  const allowed =
    at === 1
      ? 'an object such as {"format":"phi-arrivals-1","node":"db-1","intervalMs":250}'
      : "[slot, arrivalMs]";
  const problems = `${file}:${at}: found ${text.slice(0, 80) || "nothing"}, allowed ${allowed}`;
  throw new PhiError("CONFIG_INVALID", { file, problems });
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // Not JSON is as wrong as wrong JSON; the caller says so with its line.
  }
}
