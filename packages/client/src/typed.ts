/** What people type: lengths of time, and tokens. */
import { PhiError } from "@phidelity/core";
import { duration, secret } from "@phidelity/runtime";

/** `250ms`, `2s`, `1m`, `1h` or `30d` as ms, or undefined where it is none of these. */
export function durationMs(text: string): number | undefined {
  const parsed = duration.safeParse(text);
  return parsed.success ? parsed.data : undefined;
}

/**
 * A token, or with `file:/path` what that file holds, so that it need not stand in a list of processes.
 *
 * @throws PhiError CONFIG_INVALID where the file cannot be read or is empty
 */
export function tokenOf(text: string): string {
  const parsed = secret.safeParse(text);
  if (parsed.success) return parsed.data;
  const problems = `--token: ${parsed.error.issues.map((issue) => issue.message).join(", ")}`;
  throw new PhiError("CONFIG_INVALID", { file: "--token", problems });
}
