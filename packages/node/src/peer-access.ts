/** Who may speak as a peer: whoever has the node token. What peers say renews leases, so nobody else may. */
import { createHash, timingSafeEqual } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { TLSSocket } from "node:tls";

/** A request that is not let in: the status of the answer, and the reason in words. */
export interface Refusal {
  readonly status: number;
  readonly reason: string;
}

const LOOPBACK = /^(?:127\.\d+\.\d+\.\d+|::1|::ffff:127\.\d+\.\d+\.\d+)$/;

/**
 * Why a request may not open a connection as a peer; undefined where it may.
 *
 * @param token the node token. Without one only programs of this host are let in, or who shows a certificate that the
 * listener has verified.
 */
export function peerRefusal(request: IncomingMessage, token: string | undefined): Refusal | undefined {
  // Browsers name the page that asks; a node is no page.
  if (request.headers.origin !== undefined) return { status: 403, reason: "not allowed from a page" };
  if (token !== undefined) return tokenRefusal(request, token);
  const { socket } = request;
  const isVerified = socket instanceof TLSSocket && socket.authorized;
  if (isVerified || LOOPBACK.test(socket.remoteAddress ?? "")) return undefined;
  return { status: 403, reason: "without auth.token only peers on the same host are let in" };
}

function tokenRefusal(request: IncomingMessage, token: string): Refusal | undefined {
  const given = /^Bearer +(\S+) *$/i.exec(request.headers.authorization ?? "")?.[1];
  if (given === undefined) return { status: 401, reason: "a token is needed: the node token" };
  // Compared in a time that tells nothing of where two texts differ, nor of their lengths.
  return timingSafeEqual(digest(given), digest(token))
    ? undefined
    : { status: 401, reason: "this token is not known" };
}

function digest(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
