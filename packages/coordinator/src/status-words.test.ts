import { expect, test } from "vitest";
import { groupId, nodeId } from "@phidelity/core";
import { statusWords } from "./status-words.ts";

const group = (name: string, facts: object = {}): Parameters<typeof statusWords>[1][number] => ({
  group: groupId(name),
  active: "",
  serving: false,
  serve: [],
  epoch: "4",
  incident: "",
  ...facts,
});
const member = (node: string, status: "alive" | "down"): Parameters<typeof statusWords>[0][number] => ({
  node: nodeId(node),
  status,
});

test("nodes are counted once each, groups named with their active, and the first incident told", () => {
  const members = [member("n1", "down"), member("n2", "alive"), member("n2", "alive")];
  const groups = [
    group("db", { active: "n2", serving: true }),
    group("web", { serve: [nodeId("n2")] }),
    group("mail", { incident: "no member may take over" }),
  ];
  expect(statusWords(members, groups)).toBe(
    "nodes: 1 alive, 1 down; groups: db active on n2 at epoch 4, web served by 1, mail not served; 1 incident: mail: no member may take over",
  );
});

test("of many groups there are only the numbers, and of nothing that there is none", () => {
  const many = ["a", "b", "c", "d", "e"].map((name) => group(name, { serving: name < "c" }));
  expect(statusWords([], many)).toBe("nodes: none; groups: 2 of 5 served");
  expect(statusWords([], [])).toBe("nodes: none; groups: none");
});
