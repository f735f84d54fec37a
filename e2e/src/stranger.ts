/** Somebody who speaks wrongly to a port: random bytes, or WebSocket frames that no peer of ours would send. */
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { type Socket, connect } from "node:net";

const CONNECT_WITHIN_MS = 2_000;

/** What the other side did about it. */
export interface Reaction {
  /** Everything that it answered. */
  readonly answer: Buffer;
  readonly closed: boolean;
}

/** Sends bytes on a plain connection, and waits until the other side closes it or the time is over. */
export async function sendBytes(
  host: string,
  port: number,
  bytes: Buffer,
  waitMs: number,
): Promise<Reaction> {
  const socket = await open(host, port);
  return reactionTo(socket, [bytes], waitMs);
}

/** Opens a WebSocket, sends one binary frame of random bytes on it, and waits as {@link sendBytes} does. */
export async function sendFrame(
  target: { readonly host: string; readonly port: number; readonly path: string; readonly token: string },
  frameBytes: number,
  waitMs: number,
): Promise<Reaction> {
  const socket = await open(target.host, target.port);
  socket.write(
    [
      `GET ${target.path} HTTP/1.1`,
      `Host: ${target.host}:${target.port}`,
      "Upgrade: websocket",
      "Connection: Upgrade",
      "Sec-WebSocket-Version: 13",
      `Sec-WebSocket-Key: ${randomBytes(16).toString("base64")}`,
      `Authorization: Bearer ${target.token}`,
      "\r\n",
    ].join("\r\n"),
  );
  const [head] = (await once(socket, "data")) as [Buffer];
  if (!head.toString("latin1").startsWith("HTTP/1.1 101"))
    throw new Error(`not upgraded: ${head.toString("latin1")}`);
  const chunk = randomBytes(1_000_000);
  const chunks = Array.from({ length: Math.floor(frameBytes / chunk.length) }, () => chunk);
  return reactionTo(
    socket,
    [headerOf(frameBytes), ...chunks, chunk.subarray(0, frameBytes % chunk.length)],
    waitMs,
  );
}

/** The header of a final, binary, masked frame; the mask is 0, so that the content stays what it is. */
function headerOf(length: number): Buffer {
  const header = Buffer.alloc(14);
  header[0] = 0x82;
  header[1] = 0x80 | 127;
  header.writeBigUInt64BE(BigInt(length), 2);
  return header;
}

async function open(host: string, port: number): Promise<Socket> {
  const socket = connect({ host, port });
  const timer = setTimeout(() => socket.destroy(new Error("connecting took too long")), CONNECT_WITHIN_MS);
  await once(socket, "connect");
  clearTimeout(timer);
  socket.on("error", () => {}); // A reset is one of the answers that we wait for.
  return socket;
}

async function reactionTo(socket: Socket, chunks: readonly Buffer[], waitMs: number): Promise<Reaction> {
  const answer: Buffer[] = [];
  socket.on("data", (bytes: Buffer) => answer.push(bytes));
  const gone = new Promise<boolean>((resolve) => {
    const timer = setTimeout(() => resolve(false), waitMs);
    socket.once("close", () => {
      clearTimeout(timer);
      resolve(true);
    });
  });
  for (const chunk of chunks) {
    if (socket.destroyed) break;
    if (!socket.write(chunk)) await Promise.race([once(socket, "drain"), gone]);
  }
  const closed = await gone;
  socket.destroy();
  return { answer: Buffer.concat(answer), closed };
}
