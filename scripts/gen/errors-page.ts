import { byName, failureMeanings } from "../../packages/core/src/index.ts";

const HEAD = `# Errors

Generated from \`packages/core/src/errors.ts\`; \`pnpm gen\` writes it afresh.

Every failure has a code that never changes its meaning. It stands first in the message, followed by the facts as
\`key=value\`. A program that cannot start because of its configuration ends with status 2, because of anything else
with status 1.

| code | what it means | what to do |
| --- | --- | --- |
`;

/** The page of all error codes, sorted. */
export function errorsPage(): string {
  const rows = Object.entries(failureMeanings)
    .toSorted(([one], [other]) => byName(one, other))
    .map(([code, { means, mend }]) => `| \`${code}\` | ${means} | ${mend} |\n`);
  return HEAD + rows.join("");
}
