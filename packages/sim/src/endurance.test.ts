import { expect, test } from "vitest";
import { endure } from "./endurance.ts";

test("in half an hour at 10 % loss somebody is suspected and asked, and nobody is wronged", () => {
  const { failovers, down, suspected } = endure({ nodes: 3, hours: 0.5, loss: 0.1, resent: 0, seed: 1 });
  expect({ failovers, down }).toEqual({ failovers: 0, down: 0 });
  expect(suspected, "a network that wrongs nobody shows nothing").toBeGreaterThan(0);
}, 60_000);
