/**
 * What the coordinator is held against: a bare `ws` server that receives and decodes heartbeats, and does nothing with
 * them. With the argument `echo` it also answers each with a frame as long as an ack.
 */
import { encode, decode } from "@phidelity/proto";
import { epoch, groupId, incarnation, term } from "@phidelity/core";
import type { AddressInfo } from "node:net";
import { WebSocketServer } from "ws";
import { answerWith } from "./talk.ts";

const echoes = process.argv.includes("echo");
const ack = encode({
  type: "ack",
  term: term(1),
  incarnation: incarnation(1),
  sequence: 1_000,
  reportVersion: 2,
  leases: [{ group: groupId("g-00001"), epoch: epoch(1), durationMs: 2_000 }],
});

const server = new WebSocketServer({ host: "127.0.0.1", port: 0, perMessageDeflate: false, backlog: 4_096 });
let received = 0;
server.on("connection", (socket) => {
  socket.on("message", (data: Buffer) => {
    if (decode(data).type === "heartbeat") received += 1;
    if (echoes) socket.send(ack);
  });
});

answerWith({
  port: async () => {
    while (server.address() === null) await new Promise((resolve) => void server.once("listening", resolve));
    return (server.address() as AddressInfo).port;
  },
  received: () => received,
});
