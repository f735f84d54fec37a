/** Everything in this repository that is generated. */
import { codec } from "./codec.ts";
import { errorsPage } from "./errors-page.ts";
import type { Generator } from "./generator.ts";
import { page } from "./page.ts";
import { statesPage } from "./states-page.ts";

export const generators: readonly Generator[] = [
  codec,
  page("docs/generated/errors.md", errorsPage),
  page("docs/generated/states.md", statesPage),
];
