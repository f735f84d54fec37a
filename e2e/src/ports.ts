import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";

/** Who was given a port does not listen on it yet, and the system may pick it once more. */
const given = new Set<number>();

/** A port that is free now on each of the addresses, and that was not given before. */
export async function freePort(addresses: readonly string[]): Promise<number> {
  for (let attempt = 0; attempt < 50; attempt += 1) {
    const port = await hold(addresses[0] ?? "127.0.0.1", 0);
    if (port === undefined || given.has(port)) continue;
    const held = await Promise.all(addresses.map((address) => hold(address, port)));
    if (held.every((found) => found === port)) {
      given.add(port);
      return port;
    }
  }
  throw new Error(`no port is free on all of ${addresses.join(", ")}`);
}

/** Takes the port for a moment; undefined where somebody has it. */
async function hold(address: string, port: number): Promise<number | undefined> {
  const server = createServer();
  try {
    server.listen(port, address);
    await once(server, "listening");
    return (server.address() as AddressInfo).port;
  } catch {
    return undefined;
  } finally {
    server.close();
  }
}
