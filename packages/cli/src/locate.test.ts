import { expect, test } from "vitest";
import { locate } from "./locate.ts";
import { TestWorld } from "./world.testing.ts";

test("what is named on the command line goes before everything else", () => {
  const world = new TestWorld();
  world.env["PHI_COORDINATOR"] = "http://b:1";
  expect(locate(["http://a:1"], world)).toEqual({ urls: ["http://a:1"], because: "" });
});

test("PHI_COORDINATOR may list several, and an empty one is none", () => {
  const world = new TestWorld();
  world.env["PHI_COORDINATOR"] = " http://a:1, ,http://b:1 ";
  expect(locate([], world).urls).toEqual(["http://a:1", "http://b:1"]);
  world.env["PHI_COORDINATOR"] = " ";
  expect(locate([], world).urls).toEqual(["http://127.0.0.1:7400"]);
});

test("where nothing names one it is the usual one, and it is said why", () => {
  expect(locate([], new TestWorld())).toEqual({
    urls: ["http://127.0.0.1:7400"],
    because: "the usual one, as neither --coordinator nor PHI_COORDINATOR names one",
  });
});
