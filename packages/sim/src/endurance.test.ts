import { expect, test } from "vitest";
import { endure } from "./endurance.ts";

const kinds = [
  { loss: 0.1, resent: 0 },
  { loss: 0, resent: 0.1 },
];

test.each(kinds)(
  "in half an hour at %j somebody is suspected and asked, and nobody is wronged",
  (kind) => {
    const { failovers, down, suspected } = endure({ nodes: 3, hours: 0.5, seed: 1, ...kind });
    expect({ failovers, down }).toEqual({ failovers: 0, down: 0 });
    expect(suspected, "a network that wrongs nobody shows nothing").toBeGreaterThan(0);
  },
  60_000,
);
