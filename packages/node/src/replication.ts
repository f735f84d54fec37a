/** Reads what a status hook printed: `{"role":"primary|replica","position":"123","lagBytes":0,"inSync":true}`. */
import { NAME_PATTERN, type Replication } from "@phidelity/core";
import { z } from "zod";

/** How far a member's data goes, but for the number of the run. */
export type StatusAnswer = Omit<Replication, "run">;

const WHOLE = "a whole number from 0 to 2^53 - 1";
const NAMES = "a list of names of nodes";
const DIGITS = "a whole number of at most 20 digits, as text or number";

const wholeNumber = z
  .number({ error: WHOLE })
  .refine((value) => Number.isSafeInteger(value) && value >= 0, { error: WHOLE });

const answerSchema = z.object({
  role: z.enum(["primary", "replica", "unknown"], { error: '"primary", "replica" or "unknown"' }),
  position: z
    .union([z.string().regex(/^\d{1,20}$/, { error: DIGITS }), wholeNumber], { error: DIGITS })
    .transform(String)
    .optional(),
  lagBytes: wholeNumber.optional(),
  inSync: z.boolean({ error: "true or false" }).optional(),
  inSyncStandbys: z.array(z.string().regex(NAME_PATTERN, { error: NAMES }), { error: NAMES }).optional(),
});

/** Either the answer, or why the text is none, in words. Keys that are not known are left for the hook's own use. */
export function readStatus(text: string): { readonly answer: StatusAnswer } | { readonly failure: string } {
  const found = parseJson(text);
  if (found === undefined) return { failure: `the status hook printed no JSON object: ${quoted(text)}` };
  const read = answerSchema.safeParse(found.value);
  if (!read.success) {
    const issue = read.error.issues[0];
    const at = issue?.path.join(".") ?? "";
    const allowed = at === "" ? "one JSON object" : issue?.message;
    return {
      failure: `the status hook's answer cannot be read: ${at || "it"} has to be ${allowed}; it printed ${quoted(text)}`,
    };
  }
  const { role, position, lagBytes, inSync, inSyncStandbys } = read.data;
  return {
    answer: {
      role,
      ...(position === undefined ? {} : { position }),
      ...(lagBytes === undefined ? {} : { lagBytes }),
      ...(inSync === undefined ? {} : { inSync }),
      ...(inSyncStandbys === undefined ? {} : { inSyncStandbys }),
    },
  };
}

function parseJson(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch {
    // Whatever is wrong with it, the caller quotes the text.
    return undefined;
  }
}

function quoted(text: string): string {
  const start = text.trim().slice(0, 120);
  return start === "" ? "nothing" : JSON.stringify(start);
}
