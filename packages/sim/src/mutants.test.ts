import { expect, test } from "vitest";
import { mutants } from "./mutants.ts";
import { firstBroken } from "./swarm.ts";

test.each(mutants)(
  "$name is caught: $breaks",
  ({ rules }) => {
    expect(firstBroken(2_000, 2_000, rules)).toBeDefined();
  },
  120_000,
);
