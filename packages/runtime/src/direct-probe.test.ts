import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { type RequestListener, type Server, createServer } from "node:http";
import { createServer as createTlsServer } from "node:https";
import { type AddressInfo, createServer as createTcpServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type ProbeEnded, type ProbeOutcome, incarnation, nodeId } from "@phidelity/core";
import { afterEach, expect, test } from "vitest";
import { DirectProbes, type DirectProbesOptions, isLoopback } from "./direct-probe.ts";

const endings: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of endings.splice(0).toReversed()) await end();
});

/** What came of one probe of `db-1` at incarnation 7. */
async function outcomeAt(
  listen: string,
  options: Partial<DirectProbesOptions> = {},
  limitMs = 5_000,
): Promise<ProbeOutcome> {
  const { promise, resolve } = Promise.withResolvers<ProbeEnded>();
  const probes = new DirectProbes({ secure: false, reachesLoopback: true, onEnded: resolve, ...options });
  endings.push(() => probes.stop());
  probes.run({
    type: "probeDirect",
    probe: 3,
    node: nodeId("db-1"),
    incarnation: incarnation(7),
    listen,
    limitMs,
  });
  const { outcome, ...about } = await promise;
  expect(about).toEqual({ type: "probeEnded", probe: 3, node: "db-1" });
  return outcome;
}

async function listenWith(server: Server | ReturnType<typeof createTcpServer>): Promise<string> {
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  endings.push(() => void server.close());
  return `127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const answering = (body: unknown): RequestListener => {
  return (request, response) => {
    const isRight = request.url === "/healthz" && request.headers.authorization === undefined;
    response.writeHead(isRight ? 200 : 404);
    response.end(typeof body === "string" ? body : JSON.stringify(body));
  };
};

const daemon = { status: "ok", node: "db-1", incarnation: "7" };

test("the daemon that is asked for answers, and no token was sent to it", async () => {
  expect(await outcomeAt(await listenWith(createServer(answering(daemon))))).toBe("answered");
});

test("nobody listens there: it is gone, which is known at once", async () => {
  const server = createServer();
  const listen = await listenWith(server);
  await new Promise((resolve) => void server.close(resolve));
  expect(await outcomeAt(listen, {}, 60_000)).toBe("gone");
});

for (const [who, body] of [
  ["a later start of it", { ...daemon, incarnation: "8" }],
  ["another node", { ...daemon, node: "db-2" }],
  ["a program that says something else", "hello"],
  ["one that says nothing of whom it is", null],
  ["one that says more than a line", "x".repeat(100_000)],
] as const) {
  test(`${who} answers there: it is gone`, async () => {
    expect(await outcomeAt(await listenWith(createServer(answering(body))))).toBe("gone");
  });
}

test("one that accepts and never answers is silent after three tries", async () => {
  let connections = 0;
  const server = createTcpServer((socket) => {
    connections += 1;
    socket.on("error", () => {});
    endings.push(() => socket.destroy());
  });
  expect(await outcomeAt(await listenWith(server), {}, 60)).toBe("silent");
  expect(connections).toBe(3);
});

test("one that ends each connection without an answer is silent: it may be on its way down, or up", async () => {
  const server = createTcpServer((socket) => void socket.destroy());
  expect(await outcomeAt(await listenWith(server), {}, 60)).toBe("silent");
});

test("an answer to a later try counts where the first try is lost", async () => {
  let asked = 0;
  const server = createServer((request, response) => {
    asked += 1;
    if (asked > 1) answering(daemon)(request, response);
  });
  expect(await outcomeAt(await listenWith(server), {}, 1_000)).toBe("answered");
  server.closeAllConnections();
});

test("an address that does not lead from here to the daemon is not asked", async () => {
  const listen = await listenWith(createServer(answering(daemon)));
  expect(await outcomeAt(listen, { reachesLoopback: false })).toBe("impossible");
  expect(await outcomeAt("not an address")).toBe("impossible");
});

test("loopback is what every host calls itself", () => {
  for (const host of ["127.0.0.1", "127.3.2.1", "::1", "localhost"]) expect(isLoopback(host)).toBe(true);
  for (const host of ["10.0.0.1", "127.example.org", "0.0.0.0"]) expect(isLoopback(host)).toBe(false);
});

const openssl = spawnSync("openssl", ["version"]).status === 0;

test.skipIf(!openssl)("over TLS, with a certificate on both sides where both are asked for one", async () => {
  const folder = mkdtempSync(join(tmpdir(), "phi-probe-"));
  endings.push(() => rmSync(folder, { recursive: true, force: true }));
  const [cert, key] = [join(folder, "one.pem"), join(folder, "one.key")];
  const kind = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes"];
  const names = ["-subj", "/CN=db-1", "-addext", "subjectAltName=IP:127.0.0.1"];
  execFileSync("openssl", ["req", "-x509", ...kind, "-keyout", key, "-out", cert, "-days", "1", ...names], {
    stdio: "pipe",
  });
  const material = { cert: readFileSync(cert), key: readFileSync(key), ca: readFileSync(cert) };
  const asks = { requestCert: true, rejectUnauthorized: true };
  const listen = await listenWith(createTlsServer({ ...material, ...asks }, answering(daemon)));
  expect(await outcomeAt(listen, { secure: true, tls: { cert, key, ca: cert } })).toBe("answered");
  expect(await outcomeAt(listen, { secure: true, tls: { ca: cert } }, 300)).toBe("silent");
  expect(await outcomeAt(listen, { secure: true, tls: { ca: join(folder, "none.pem") } })).toBe("impossible");
});
