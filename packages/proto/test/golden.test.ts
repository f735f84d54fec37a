/**
 * Frames of released protocol versions, byte for byte. They decode for ever: a change of the schema that breaks them breaks a
 * cluster in the middle of an upgrade. `UPDATE=1` writes the frames that are missing or differ; do that only for a
 * version that was never released.
 */
import { existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { decode } from "../src/decode.ts";
import { encode } from "../src/encode.ts";
import { samples } from "./samples.ts";

const folder = new URL("golden/", import.meta.url);
const rewrites = process.env["UPDATE"] === "1";
const fileOf = (name: string): URL => new URL(`v1-${name}.bin`, folder);

for (const [name, message] of Object.entries(samples)) {
  if (rewrites && !(existsSync(fileOf(name)) && readFileSync(fileOf(name)).equals(encode(message)))) {
    writeFileSync(fileOf(name), encode(message));
  }

  test(`the frame ${name} of protocol version 1 is still read`, () => {
    expect(decode(readFileSync(fileOf(name)))).toEqual(message);
  });

  test(`the frame ${name} is still written as protocol version 1 wrote it`, () => {
    expect(Buffer.from(encode(message)).toString("hex")).toBe(readFileSync(fileOf(name)).toString("hex"));
  });
}

test("there is a sample for each golden frame, so that none is forgotten", () => {
  const named = Object.keys(samples).map((name) => `v1-${name}.bin`);
  expect(readdirSync(folder).sort()).toEqual(named.sort());
});
