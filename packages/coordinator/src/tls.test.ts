/** TLS between nodes and the coordinator. The certificates are made by the `openssl` of this machine; without it, nothing is tested here. */
import { execFileSync, spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { PhiError } from "@phidelity/core";
import { Link, type TlsFiles, monotonicClock } from "@phidelity/runtime";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Bench, type Daemon, hello, until } from "./daemon.testing.ts";

const openssl = spawnSync("openssl", ["version"]).status === 0;

describe.skipIf(!openssl)("over TLS", () => {
  const bench = new Bench();
  let daemon: Daemon;
  const path = (name: string): string => join(bench.folder, name);

  /** Makes a key and a certificate for a name, signed by the authority. */
  function certify(name: string): TlsFiles {
    const run = (...args: string[]): Buffer =>
      execFileSync("openssl", args, { cwd: bench.folder, stdio: "pipe" });
    const key = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-keyout", `${name}.key`];
    if (name === "ca") {
      run("req", "-x509", ...key, "-out", "ca.pem", "-subj", "/CN=test authority", "-days", "1");
    } else {
      run("req", "-new", ...key, "-out", `${name}.csr`, "-subj", `/CN=${name}`);
      writeFileSync(path(`${name}.ext`), `subjectAltName=IP:127.0.0.1,DNS:${name}\n`);
      const signer = ["-CA", "ca.pem", "-CAkey", "ca.key", "-CAcreateserial", "-days", "1"];
      run("x509", "-req", "-in", `${name}.csr`, ...signer, "-extfile", `${name}.ext`, "-out", `${name}.pem`);
    }
    return { cert: path(`${name}.pem`), key: path(`${name}.key`), ca: path("ca.pem") };
  }

  let mine: TlsFiles = {};
  beforeAll(async () => {
    certify("ca");
    certify("c1");
    mine = certify("db-1");
    const tls = `tls: { cert: ${path("c1.pem")}, key: ${path("c1.key")}, ca: ${path("ca.pem")} }\n`;
    bench.configure(`profile: fast\ngroups: { db: {} }\n${tls}`);
    daemon = await bench.start();
  }, 30_000);
  afterAll(() => bench.close());

  /** Says hello as a node, and gives what came back: a message's type, or why there was no connection. */
  async function helloAs(name: string, tls: TlsFiles): Promise<string> {
    const end = Promise.withResolvers<string>();
    const link = new Link(
      `wss://127.0.0.1:${daemon.port}/v1/node`,
      { clock: monotonicClock(), connectTimeoutMs: 5_000, tls },
      {
        onOpen: () => link.send(hello(name)),
        onMessage: (message) => end.resolve("reason" in message ? message.reason : message.type),
        onClosed: (reason: PhiError) => end.resolve(reason.message),
      },
    );
    const said = await end.promise;
    link.close("test over");
    return said;
  }

  test("a node whose certificate names it is taken in", async () => {
    expect(await helloAs("db-1", mine)).toBe("welcome");
  });

  test("a node with another's certificate is refused", async () => {
    expect(await helloAs("db-2", mine)).toBe("the certificate is for db-1, not for db-2");
  });

  test("a node without a certificate is not let in, nor one that does not trust the coordinator's", async () => {
    expect(await helloAs("db-1", { ca: path("ca.pem") })).toMatch(/^LINK_(FAILED|CLOSED)/);
    expect(await helloAs("db-1", {})).toMatch(/^LINK_FAILED .*(self-signed|unable to verify)/);
    await until("both are in the log", () => daemon.stderr.includes("TLS handshake failed"));
  });
});
