/** The question before an order. */
import { createInterface } from "node:readline/promises";
import type { Session } from "./session.ts";

/** True where nobody is there to be asked, or where the answer is yes. */
export async function confirmed(session: Session, words: string): Promise<boolean> {
  const { stdin, stderr } = session.world;
  if (stdin.isTTY !== true || stderr.isTTY !== true) return true;
  stderr.write(`${words}. Go on? [y/N] `);
  const lines = createInterface({ input: stdin });
  try {
    const answer = await Promise.race([lines.question(""), ended(lines)]);
    return /^\s*y(es)?\s*$/i.test(answer);
  } finally {
    lines.close();
  }
}

/** An input that ends, or Ctrl-C, is a no. */
async function ended(lines: ReturnType<typeof createInterface>): Promise<string> {
  const { promise, resolve } = Promise.withResolvers<string>();
  lines.once("close", () => resolve("no"));
  lines.once("SIGINT", () => resolve("no"));
  return promise;
}
