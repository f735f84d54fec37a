/** Schema pieces for what people write in configuration files: lengths of time, sizes, secrets, endpoints. */
import { readFileSync } from "node:fs";
import { z } from "zod";

const MS_OF: Readonly<Record<string, number>> = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 };
const BYTES_OF: Readonly<Record<string, number>> = {
  B: 1,
  KiB: 2 ** 10,
  MiB: 2 ** 20,
  GiB: 2 ** 30,
  TiB: 2 ** 40,
};
const DURATION_WORDS = "a duration above 0, such as 250ms, 2s, 1m, 1h or 30d";
const BYTES_WORDS = "a size above 0, such as 512KiB, 16MiB or 1GiB";
const SECRET_WORDS = "a text, or file:/path of a readable file that holds it";
const ENDPOINT_WORDS = "host:port, such as 10.0.0.1:5432";

/** Past this a number of ms is no longer exact in every sum that it enters. */
const DURATION_MS_MAX = 10_000 * 86_400_000;

/** `250ms`, `2s`, `1m`, `1h` or `30d`, with fractions, as ms above 0. */
export const duration: z.ZodType<number> = z.string({ error: DURATION_WORDS }).transform((text, context) => {
  const ms = measure(text, /^(\d+(?:\.\d+)?)(ms|s|m|h|d)$/, MS_OF);
  if (ms > 0 && ms <= DURATION_MS_MAX) return ms;
  context.addIssue({ code: "custom", message: DURATION_WORDS });
  return z.NEVER;
});

/** `16MiB` and the like, as a whole number of bytes above 0. */
export const bytes: z.ZodType<number> = z.string({ error: BYTES_WORDS }).transform((text, context) => {
  const size = measure(text, /^(\d+(?:\.\d+)?)(B|KiB|MiB|GiB|TiB)$/, BYTES_OF);
  if (size > 0 && Number.isSafeInteger(size)) return size;
  context.addIssue({ code: "custom", message: BYTES_WORDS });
  return z.NEVER;
});

/** A secret: `file:/path` is replaced by what the file holds, without the white space around it; any other text is itself. */
export const secret: z.ZodType<string> = z.string({ error: SECRET_WORDS }).transform((text, context) => {
  const found = text.startsWith("file:") ? contentOf(text.slice("file:".length)) : { text };
  if ("text" in found && found.text.length > 0) return found.text;
  const why = "reason" in found ? found.reason : "it is empty";
  context.addIssue({ code: "custom", message: `${SECRET_WORDS} (${why})` });
  return z.NEVER;
});

/** `host:port`; an IPv6 address stands in brackets. Port 1 to 65535. */
export const endpoint: z.ZodType<{ host: string; port: number }> = z
  .string({ error: ENDPOINT_WORDS })
  .transform((text, context) => {
    const match = /^(?:\[([0-9A-Fa-f:.]+)\]|([^\s:[\]/]+)):(\d{1,5})$/.exec(text);
    const host = match?.[1] ?? match?.[2];
    const port = Number(match?.[3]);
    if (host !== undefined && port >= 1 && port <= 65_535) return { host, port };
    context.addIssue({ code: "custom", message: ENDPOINT_WORDS });
    return z.NEVER;
  });

/** What the text measures in the smallest unit; NaN where it does not match. */
function measure(text: string, pattern: RegExp, units: Readonly<Record<string, number>>): number {
  const match = pattern.exec(text);
  return match === null ? Number.NaN : Number(match[1]) * (units[match[2] ?? ""] ?? Number.NaN);
}

function contentOf(path: string): { readonly text: string } | { readonly reason: string } {
  try {
    return { text: readFileSync(path, "utf8").trim() };
  } catch (error) {
    return { reason: error instanceof Error ? error.message : String(error) };
  }
}
