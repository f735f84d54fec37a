/**
 * Reads what connections receive into one buffer, which all of them share.
 *
 * Node allocates 64 KiB for each piece of bytes, reads, cuts the rest off, and leads the piece through a stream; for a
 * heartbeat that is a fifth of what a whole coordinator does. The option `onread` of `net.Socket` spares it: one buffer
 * and a callback. It exists for sockets that one opens oneself; an accepted socket is made by its server, which does not
 * pass the option on. So the three parts that the option fills are filled here, on a socket that has just been accepted.
 */
import type { Duplex } from "node:stream";

/** What Node reads at most at once, with a stream or without. */
const BUFFER_BYTES = 65_536;
const shared = Buffer.allocUnsafeSlow(BUFFER_BYTES);

interface Insides {
  readonly _handle?: { readonly useUserBuffer?: (buffer: Uint8Array) => void } | null;
  [part: symbol]: unknown;
}

/**
 * From now on `take` gets each piece that comes, and the stream's "data" only what had come before. A piece is valid
 * until `take` returns; whoever needs it longer copies it. All else of the socket stays: pause, end, errors.
 *
 * @returns false where this is no socket, or one of a Node that is built otherwise: then nothing has changed, and all
 * bytes come as "data"
 */
export function readIntoSharedBuffer(socket: Duplex, take: (piece: Buffer) => void): boolean {
  const insides = socket as unknown as Insides;
  const [buffer, callback] = [partOf(socket, "kBuffer"), partOf(socket, "kBufferCb")];
  const handle = insides["_handle"];
  if (buffer === undefined || callback === undefined || handle?.useUserBuffer === undefined) return false;
  insides[buffer] = shared;
  insides[callback] = (length: number): void => take(shared.subarray(0, length));
  handle.useUserBuffer(shared);
  return true;
}

/** A part that the option `onread` would have filled. */
function partOf(socket: Duplex, name: string): symbol | undefined {
  return Object.getOwnPropertySymbols(socket).find(({ description }) => description === name);
}
