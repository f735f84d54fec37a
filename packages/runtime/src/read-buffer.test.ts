import { once } from "node:events";
import { type Server, type Socket, connect, createServer } from "node:net";
import { PassThrough } from "node:stream";
import { afterEach, expect, test } from "vitest";
import { readIntoSharedBuffer } from "./read-buffer.ts";

const endings: (() => unknown)[] = [];
afterEach(() => {
  for (const end of endings.splice(0).toReversed()) end();
});

/** Both ends of a connection over loopback. */
async function connection(): Promise<{ readonly near: Socket; readonly far: Socket }> {
  const server: Server = createServer().listen(0, "127.0.0.1");
  endings.push(() => server.close());
  await once(server, "listening");
  const address = server.address();
  const far = connect(typeof address === "object" ? (address?.port ?? 0) : 0, "127.0.0.1");
  const [near] = (await once(server, "connection")) as [Socket];
  endings.push(
    () => far.destroy(),
    () => near.destroy(),
  );
  return { near, far };
}

/** Lets a socket collect what comes to it, as text. */
function collect(socket: Socket): { text: string; asData: string } {
  const heard = { text: "", asData: "" };
  socket.on("data", (piece: Buffer) => (heard.asData += piece.toString()));
  const isShared = readIntoSharedBuffer(socket, (piece) => (heard.text += piece.toString()));
  expect(isShared, "this Node is built as those before it").toBe(true);
  return heard;
}

test("what comes to an accepted connection comes to the callback alone, in order, until its end", async () => {
  const { near, far } = await connection();
  const heard = collect(near);
  const lines = Array.from({ length: 5_000 }, (_, at) => `line ${at}\n`);
  for (const line of lines) far.write(line);
  far.end();
  await once(near, "end");
  expect(heard).toEqual({ text: lines.join(""), asData: "" });
});

test("connections that share the buffer do not hear each other", async () => {
  const [one, other] = [await connection(), await connection()];
  const [heard, heardToo] = [collect(one.near), collect(other.near)];
  for (let at = 0; at < 100; at += 1) {
    one.far.write(`${at},`);
    other.far.write(`${-at};`);
  }
  one.far.end();
  other.far.end();
  await Promise.all([once(one.near, "end"), once(other.near, "end")]);
  expect(heard.text).toBe(Array.from({ length: 100 }, (_, at) => `${at},`).join(""));
  expect(heardToo.text).toBe(Array.from({ length: 100 }, (_, at) => `${-at};`).join(""));
});

test("a connection that is paused hears nothing until it goes on, and loses nothing", async () => {
  const { near, far } = await connection();
  const heard = collect(near);
  near.pause();
  far.end("waited for");
  const { near: witness, far: marker } = await connection();
  marker.end("later on another connection");
  witness.resume();
  await once(witness, "end");
  expect(heard.text).toBe("");
  near.resume();
  await once(near, "end");
  expect(heard.text).toBe("waited for");
});

test("what had come before is given as data", async () => {
  const { near, far } = await connection();
  near.unshift(Buffer.from("head,"));
  const heard = collect(near);
  far.end("body");
  await once(near, "end");
  expect(heard).toEqual({ text: "body", asData: "head," });
});

test("what is no socket stays as it is", async () => {
  const stream = new PassThrough();
  const taken = readIntoSharedBuffer(stream, () => {
    throw new Error("nothing comes this way");
  });
  expect(taken).toBe(false);
  stream.end("as ever");
  const [piece] = (await once(stream, "data")) as [Buffer];
  expect(piece.toString()).toBe("as ever");
});
