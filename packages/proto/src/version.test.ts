import { expect, test } from "vitest";
import { PROTOCOL_MAX, PROTOCOL_MIN, agreeOnProtocol } from "./version.ts";

test("two programs of one version agree on its newest protocol", () => {
  expect(agreeOnProtocol({ min: PROTOCOL_MIN, max: PROTOCOL_MAX })).toBe(PROTOCOL_MAX);
});

test("with a newer program that still speaks ours, ours is spoken", () => {
  expect(agreeOnProtocol({ min: PROTOCOL_MIN, max: PROTOCOL_MAX + 5 })).toBe(PROTOCOL_MAX);
});

test("with a program that is too new or too old there is no agreement", () => {
  expect(agreeOnProtocol({ min: PROTOCOL_MAX + 1, max: PROTOCOL_MAX + 2 })).toBeUndefined();
  expect(agreeOnProtocol({ min: PROTOCOL_MIN - 1, max: PROTOCOL_MIN - 1 })).toBeUndefined();
});

test("a program that names its range the wrong way round agrees with nobody", () => {
  expect(agreeOnProtocol({ min: PROTOCOL_MAX + 1, max: PROTOCOL_MIN })).toBeUndefined();
});
