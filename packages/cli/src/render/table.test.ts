import { expect, test } from "vitest";
import { inColour, plain } from "./paint.ts";
import { table } from "./table.ts";

const columns = [
  { title: "NAME", cell: (row: { name: string; size: number }) => row.name },
  { title: "SIZE", right: true, cell: (row: { name: string; size: number }) => String(row.size) },
  { title: "AGAIN", cell: (row: { name: string; size: number }) => row.name },
];

test("columns are as wide as their widest cell, figures stand at the right, nothing trails", () => {
  const rows = [
    { name: "a", size: 1 },
    { name: "longer", size: 12_345 },
  ];
  expect(table(columns, rows, plain)).toEqual([
    "NAME     SIZE  AGAIN",
    "a           1  a",
    "longer  12345  longer",
  ]);
});

test("without rows there are titles", () => {
  expect(table(columns, [], plain)).toEqual(["NAME  SIZE  AGAIN"]);
});

test("colours do not move columns", () => {
  const coloured = [{ title: "A", cell: () => ({ text: "x", colour: "red" as const }) }, columns[0]].map(
    (column) => column ?? columns[1],
  );
  const [, line] = table(coloured as typeof columns, [{ name: "n", size: 1 }], inColour);
  expect(line).toBe("\u001B[31mx\u001B[39m  n");
});

test("what somebody else wrote cannot move the cursor or start a line", () => {
  const rows = [{ name: "evil\u001B[2J\nnode", size: 1 }];
  expect(table(columns, rows, plain)[1]).toBe("evil [2J node     1  evil [2J node");
});

test("characters beyond the basic plane are as wide as others", () => {
  const rows = [
    { name: "😀", size: 1 },
    { name: "abcde", size: 1 },
  ];
  expect(table(columns, rows, plain)[1]).toBe("😀         1  😀");
});
