import { expect, test } from "vitest";
import { judge } from "../src/checker.ts";
import type { Write } from "../src/write.ts";

function write(
  value: number,
  epoch: number,
  sentAt: number,
  endedAt: number,
  more: Partial<Write> = {},
): Write {
  const server = epoch % 2 === 1 ? "a" : "b";
  const outcome = "acknowledged";
  return {
    value,
    epoch,
    sentAt,
    endedAt,
    notBefore: sentAt,
    outcome,
    reason: "",
    client: "outside",
    server,
    gate: server,
    ...more,
  };
}

const failover = [write(1, 1, 10, 11), write(2, 1, 20, 21), write(3, 2, 30, 31), write(4, 2, 40, 41)];

test("a clean failover is clean, and its reigns are told", () => {
  const verdict = judge(failover, [1, 2, 3, 4]);
  expect(verdict).toMatchObject({ overlaps: [], lost: [], phantoms: [], acknowledged: 4 });
  expect(verdict.reigns.map(({ epoch, firstAt, lastAt }) => [epoch, firstAt, lastAt])).toEqual([
    [1, 11, 21],
    [2, 31, 41],
  ]);
});

test("an old active that acknowledges after the new one is found, by how much it went on", () => {
  const verdict = judge([...failover, write(5, 1, 35, 36)], [1, 2, 3, 4, 5]);
  expect(verdict.overlaps).toEqual(["epoch 1 on a went on 4.0 ms into epoch 2 on b: writes 5"]);
});

test("one acknowledgement that came late is told from more of them, and both are overlaps", () => {
  const one = judge([...failover, write(5, 1, 35, 36)], [1, 2, 3, 4, 5]);
  const two = judge([...failover, write(5, 1, 35, 36), write(6, 1, 36, 37)], [1, 2, 3, 4, 5, 6]);
  expect([one.overlaps.length, one.overlapsBeyondOneChunk.length]).toEqual([1, 0]);
  expect([two.overlaps.length, two.overlapsBeyondOneChunk.length]).toEqual([1, 1]);
  const shared = judge([...failover, write(5, 2, 50, 51, { server: "c" })], [1, 2, 3, 4, 5]);
  expect(shared.overlapsBeyondOneChunk).toEqual(shared.overlaps);
});

test("an acknowledgement that was held up in a frozen gate and came after the new active's is found", () => {
  const verdict = judge([...failover, write(5, 1, 12, 36, { notBefore: 34 })], [1, 2, 3, 4, 5]);
  expect(verdict.overlaps).toHaveLength(1);
});

test("an acknowledgement that only the writer itself was slow to read is no overlap", () => {
  expect(judge([...failover, write(5, 1, 22, 36, { notBefore: 22 })], [1, 2, 3, 4, 5]).overlaps).toEqual([]);
});

test("two databases that serve one epoch are found", () => {
  const verdict = judge([...failover, write(5, 2, 50, 51, { server: "c" })], [1, 2, 3, 4, 5]);
  expect(verdict.overlaps).toEqual(["epoch 2 was served by b and c"]);
});

test("an acknowledgement without an epoch is found", () => {
  expect(judge([write(1, 0, 10, 11)], [1]).overlaps).toHaveLength(1);
});

test("an acknowledged write that is not in the database is lost; an unknown one is not", () => {
  const verdict = judge([...failover, write(5, 0, 50, 1_050, { outcome: "unknown" })], [1, 3, 4]);
  expect(verdict.lost).toEqual([2]);
});

test("a refused write that is in the database, and one that is there twice, are found", () => {
  const verdict = judge([...failover, write(5, 2, 50, 51, { outcome: "refused" })], [1, 2, 3, 4, 5, 4]);
  expect(verdict.phantoms).toEqual([5, 4]);
});
