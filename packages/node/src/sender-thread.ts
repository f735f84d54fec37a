/**
 * The sending thread: what it says leaves on time while the main loop is busy or collects its garbage. Both have a heap
 * and a loop of their own, and nothing in common but this port.
 */
import { type MessagePort, workerData } from "node:worker_threads";
import { processClock } from "@phidelity/runtime";
import { Sender } from "./sender.ts";
import type { SenderOptions, SenderOrder } from "./sender-port.ts";

const { port, options } = workerData as { readonly port: MessagePort; readonly options: SenderOptions };
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- Threads have no origin.
const sender = new Sender(options, processClock(), (news) => port.postMessage(news));
port.on("message", (order: SenderOrder) => sender.take(order));
