import { expect, test } from "vitest";
import { readStatus } from "./replication.ts";

test("a full answer is read, with the position as text or number", () => {
  const text = '{"role":"primary","position":"18446744073709551615","lagBytes":0,"inSync":true}\n';
  expect(readStatus(text)).toEqual({
    answer: { role: "primary", position: "18446744073709551615", lagBytes: 0, inSync: true },
  });
  expect(readStatus('{"role":"replica","position":123}')).toEqual({
    answer: { role: "replica", position: "123" },
  });
});

test("a primary may name its standbys that are in sync, or that none is", () => {
  expect(readStatus('{"role":"primary","inSyncStandbys":["db-2","db-3"]}')).toEqual({
    answer: { role: "primary", inSyncStandbys: ["db-2", "db-3"] },
  });
  expect(readStatus('{"role":"primary","inSyncStandbys":[]}')).toEqual({
    answer: { role: "primary", inSyncStandbys: [] },
  });
});

test("keys of the hook's own are left alone", () => {
  expect(readStatus('{"role":"replica","timeline":7}')).toEqual({ answer: { role: "replica" } });
});

test.each([
  ["", "the status hook printed no JSON object: nothing"],
  ["up since monday", 'the status hook printed no JSON object: "up since monday"'],
  ['{"role":"primary"} {"role":"replica"}', "the status hook printed no JSON object"],
  ["[1]", "it has to be one JSON object"],
  ["{}", 'role has to be "primary", "replica" or "unknown"'],
  ['{"role":"master"}', 'role has to be "primary", "replica" or "unknown"'],
  ['{"role":"replica","position":-1}', "position has to be a whole number"],
  ['{"role":"replica","position":1.5}', "position has to be a whole number"],
  ['{"role":"replica","position":1e300}', "position has to be a whole number"],
  ['{"role":"replica","position":"0/16B3748"}', "position has to be a whole number"],
  ['{"role":"replica","position":"123456789012345678901"}', "position has to be a whole number"],
  ['{"role":"primary","inSyncStandbys":"db-2"}', "inSyncStandbys has to be a list of names of nodes"],
  ['{"role":"primary","inSyncStandbys":["db 2"]}', "has to be a list of names of nodes"],
  ['{"role":"replica","lagBytes":-5}', "lagBytes has to be a whole number"],
  ['{"role":"replica","lagBytes":"5"}', "lagBytes has to be a whole number"],
  ['{"role":"replica","inSync":"yes"}', "inSync has to be true or false"],
])("%s is refused in words", (text, words) => {
  const read = readStatus(text);
  expect("failure" in read ? read.failure : read).toContain(words);
});
