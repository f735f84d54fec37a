import { once } from "node:events";
import { type RequestListener, type Server, createServer } from "node:http";
import { afterEach, expect, test, vi } from "vitest";
import { CommandStarter } from "../command-starter.ts";
import { TestService, until } from "../loopback-fixture.ts";
import { IdleGuard } from "../scratch-fixture.ts";
import { probeExec } from "./exec.ts";
import { probeHttp } from "./http.ts";
import type { ProbeResult } from "./probe.ts";
import { probeTcp } from "./tcp.ts";

// Real processes and sockets on a machine that may be busy: a bound against hanging, not a measurement.
vi.setConfig({ testTimeout: 30_000 });

const servers: { close(): unknown; closeAllConnections(): void }[] = [];

afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

async function web(listener: RequestListener): Promise<{ url: string; server: Server }> {
  const server = createServer(listener).listen(0, "127.0.0.1");
  servers.push(server);
  await once(server, "listening");
  const address = server.address();
  const port = address !== null && typeof address === "object" ? address.port : 0;
  return { url: `http://127.0.0.1:${port}/health`, server };
}

const starter = new CommandStarter({ env: { PATH: process.env["PATH"] }, guard: new IdleGuard() });

const exec = async (command: readonly string[], timeoutMs = 5_000): Promise<ProbeResult> =>
  probeExec({ command, variables: {}, timeoutMs, starter });

test("tcp passes where a connection is taken, and leaves none open", async () => {
  const service = await TestService.open();
  const result = await probeTcp({ host: "127.0.0.1", port: service.port }, 1_000);
  expect(result).toEqual({ ok: true, detail: `127.0.0.1:${service.port} accepts` });
  await until(() => service.sockets.length === 1, "the connection");
  await once(service.sockets[0]!, "end");
  await service.close();
});

test("tcp fails where nobody listens, where nobody answers, and where the name is unknown", async () => {
  const service = await TestService.open();
  const port = service.port;
  await service.close();
  const refused = await probeTcp({ host: "127.0.0.1", port }, 1_000);
  expect(refused).toMatchObject({ ok: false, detail: expect.stringContaining("ECONNREFUSED") as string });
  // TEST-NET-1 of RFC 5737: no host answers there, and some systems say so at once.
  expect((await probeTcp({ host: "192.0.2.1", port: 9 }, 50)).ok).toBe(false);
  expect((await probeTcp({ host: "no-such-host.invalid", port: 9 }, 1_000)).ok).toBe(false);
});

test("http passes on the statuses that are expected", async () => {
  let status = 200;
  const { url } = await web((_request, response) => response.writeHead(status).end("all well"));
  expect(await probeHttp({ url }, 1_000)).toEqual({ ok: true, detail: `${url} answered 200` });
  status = 302;
  expect((await probeHttp({ url }, 1_000)).ok).toBe(true);
  status = 503;
  expect(await probeHttp({ url }, 1_000)).toEqual({
    ok: false,
    detail: `${url} answered 503, expected 200 to 399`,
  });
  expect((await probeHttp({ url, status: 503 }, 1_000)).ok).toBe(true);
  expect((await probeHttp({ url, status: 200 }, 1_000)).ok).toBe(false);
});

test("http looks for a text in the answer's beginning", async () => {
  const { url } = await web((_request, response) => {
    response.write("x".repeat(1_000));
    response.end("role=primary");
  });
  expect((await probeHttp({ url, body: "primary" }, 1_000)).ok).toBe(true);
  const missing = await probeHttp({ url, body: "standby" }, 1_000);
  expect(missing).toEqual({ ok: false, detail: `${url} answered 200 without "standby"` });
});

test("http reads no endless answer to its end", async () => {
  const { url, server } = await web((_request, response) => {
    const more = (): void => {
      while (!response.destroyed && response.write("x".repeat(65_536)));
    };
    response.on("drain", more);
    more();
  });
  let gone = false;
  server.on("connection", (socket) => socket.on("close", () => (gone = true)));
  expect((await probeHttp({ url, body: "never" }, 2_000)).ok).toBe(false);
  await until(() => gone, "the end of the connection");
});

test("http fails where the answer does not come in time, or not at all", async () => {
  const silent = await web(() => {});
  expect(await probeHttp({ url: silent.url }, 50)).toEqual({
    ok: false,
    detail: `${silent.url} gave no whole answer within 50 ms`,
  });
  const slow = await web((_request, response) => void response.writeHead(200).write("begin"));
  expect((await probeHttp({ url: slow.url, body: "end" }, 50)).ok).toBe(false);
  const rude = await web((request) => request.socket.destroy());
  expect((await probeHttp({ url: rude.url }, 1_000)).ok).toBe(false);
  const cut = await web((_request, response) => {
    response.writeHead(200, { "content-length": "100" }).write("begin");
    setImmediate(() => response.destroy());
  });
  expect((await probeHttp({ url: cut.url, body: "end" }, 1_000)).ok).toBe(false);
});

test("exec passes on exit status 0, and says the last line otherwise", async () => {
  expect(await exec(["/bin/echo", "ready"])).toEqual({ ok: true, detail: "ready" });
  expect(await exec(["/bin/true"])).toEqual({ ok: true, detail: "exit status 0" });
  expect(await exec(["/bin/sh", "-c", "echo first; echo last; exit 3"])).toEqual({
    ok: false,
    detail: "exit status 3: last",
  });
  expect(await exec(["/bin/sleep", "60"], 50)).toEqual({ ok: false, detail: "timed out after 50 ms" });
  expect((await exec(["/no/such/check"])).detail).toContain("no such file");
});
