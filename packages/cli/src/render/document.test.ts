import { expect, test } from "vitest";
import { documentLines, rowLines } from "./document.ts";
import { plain } from "./paint.ts";

test("values are lines, and lists of objects are tables below them", () => {
  const group = {
    group: "db",
    lastFailover: null,
    automatic: true,
    standbys: ["db-2", "db-3"],
    capacity: { level: "redundant", available: 2 },
    candidates: [
      { node: "db-2", fits: true, score: 1.5 },
      { node: "db-3", fits: false, why: "lags" },
    ],
  };
  expect(documentLines(group, plain)).toEqual([
    "GROUP          db",
    "LAST FAILOVER  -",
    "AUTOMATIC      yes",
    "STANDBYS       db-2, db-3",
    "CAPACITY       level=redundant available=2",
    "",
    "CANDIDATES",
    "NODE  FITS  SCORE  WHY",
    "db-2  yes   1.50   -",
    "db-3  no    -      lags",
  ]);
});

test("known columns come first, and what is new is shown too", () => {
  const rows = [{ novelty: 1, group: "db" }];
  expect(rowLines(rows, ["group", "mode"], plain)).toEqual(["GROUP  NOVELTY", "db           1"]);
});
