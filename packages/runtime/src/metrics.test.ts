import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "vitest";
import { Gauge, LoopLag, answerMetrics, createRegistry } from "./metrics.ts";

test("metrics are answered in the format of Prometheus, with those of the process", async () => {
  const registry = createRegistry();
  new Gauge({ name: "phi_test", help: "A test.", registers: [registry] }).set(3);
  const server = createServer((_request, response) => void answerMetrics(registry, response));
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  const answer = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/metrics`);
  const text = await answer.text();
  server.close();
  expect(answer.headers.get("content-type")).toMatch(/^text\/plain/);
  expect(text).toContain("phi_test 3");
  expect(text).toContain("process_resident_memory_bytes");
});

test("a loop that was held up says by how much, once", () => {
  const lag = new LoopLag();
  const busyUntil = performance.now() + 120;
  while (performance.now() < busyUntil);
  expect(lag.takeWorstMs()).toBeGreaterThan(80);
  expect(lag.takeWorstMs()).toBeLessThan(80);
  lag.stop();
});
