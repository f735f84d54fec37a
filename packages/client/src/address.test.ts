import { PhiError } from "@phidelity/core";
import { expect, test } from "vitest";
import { addressOf } from "./address.ts";

test("a coordinator may be named by HTTP, by WebSocket or by host and port alone", () => {
  for (const text of ["http://10.0.0.1:7400", "ws://10.0.0.1:7400/", "10.0.0.1:7400"]) {
    const address = addressOf(text);
    expect(address.shown).toBe("http://10.0.0.1:7400");
    expect(address.http("/v1/members").href).toBe("http://10.0.0.1:7400/v1/members");
    expect(address.ws("/v1/watch")).toBe("ws://10.0.0.1:7400/v1/watch");
  }
});

test("what is encrypted for one is encrypted for the other", () => {
  expect(addressOf("wss://phi.example:7400").http("/").protocol).toBe("https:");
  expect(addressOf("https://phi.example:7400").ws("/")).toBe("wss://phi.example:7400/");
});

test("a path before ours is kept, for coordinators behind a proxy", () => {
  expect(addressOf("https://phi.example/prod/").ws("/v1/watch")).toBe("wss://phi.example/prod/v1/watch");
});

test.each(["", "ftp://x:1", "http://", "http://x:99999", "http://x/?a=1", "not a url"])(
  "%j is refused",
  (text) => {
    expect(() => addressOf(text)).toThrow(PhiError);
    expect(() => addressOf(text)).toThrow(`found "${text}", allowed http://host:port`);
  },
);
