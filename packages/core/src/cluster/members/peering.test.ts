import { assert, constantFrom, property, string, uniqueArray } from "fast-check";
import { describe, expect, test } from "vitest";
import { type NodeId, nodeId } from "../../ids.ts";
import { linksAmong } from "./peering.ts";

const named = (count: number): NodeId[] => Array.from({ length: count }, (_, at) => nodeId(`db-${at + 1}`));
const linksOf = (names: readonly NodeId[], name: string): readonly string[] =>
  linksAmong(names).get(name as NodeId) ?? [];
const countOf = (names: readonly NodeId[]): number =>
  [...linksAmong(names).values()].reduce((sum, others) => sum + others.length, 0) / 2;

describe("who keeps a connection with whom", () => {
  test("up to six members, everybody with everybody else", () => {
    for (const count of [1, 2, 6]) expect(countOf(named(count))).toBe((count * (count - 1)) / 2);
  });

  test("beyond that, each has five at least, and both ends name each other", () => {
    const names = uniqueArray(
      string({ minLength: 1, maxLength: 8, unit: constantFrom("a", "b", "1", "-") }),
      {
        minLength: 7,
        maxLength: 40,
      },
    );
    assert(
      property(names, (list) => {
        const links = linksAmong(list as NodeId[]);
        for (const [name, others] of links) {
          expect(others.length).toBeGreaterThanOrEqual(5);
          expect(others).not.toContain(name);
          for (const other of others) expect(links.get(other)).toContain(name);
        }
      }),
    );
  });

  test("two hundred members keep less than a thousand connections, and nobody carries many", () => {
    const names = named(200);
    expect(countOf(names)).toBeLessThan(1_000);
    expect(Math.max(...[...linksAmong(names).values()].map((others) => others.length))).toBeLessThan(25);
  });

  test("it is a function of the names, not of their order", () => {
    const names = named(30);
    for (const name of names) expect(linksOf(names.toReversed(), name)).toEqual(linksOf(names, name));
  });

  test("who leaves changes the connections of few", () => {
    const [, ...rest] = named(100);
    const before = linksAmong(named(100));
    const after = linksAmong(rest);
    const changed = rest.filter((name) => {
      const others = (before.get(name) ?? []).filter((one) => one !== "db-1");
      return others.join() !== (after.get(name) ?? []).join();
    });
    expect(changed.length).toBeLessThan(20);
  });
});
