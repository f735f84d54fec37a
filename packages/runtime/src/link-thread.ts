/**
 * Keeps links for a main loop that may be busy or collect its garbage: what it planned leaves on time all the same. This
 * thread has a heap and a loop of its own; it moves bytes, and loads neither the core nor the codec, so that it costs little.
 */
import { type MessagePort, workerData } from "node:worker_threads";
import { ByteLink } from "./byte-link.ts";
import { type LinkNews, type LinkOrder, type LinkThreadOptions, unpacked } from "./link-port.ts";
import { sharedMs } from "./shared-clock.ts";
import { Timetable } from "./timetable.ts";

interface Line {
  readonly link: ByteLink;
  readonly timetable: Timetable;
}

const { port, options } = workerData as { readonly port: MessagePort; readonly options: LinkThreadOptions };
const lines = new Map<number, Line>();

function tell(news: LinkNews): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- Threads have no origin.
  port.postMessage(news);
}

function open(link: number, url: string): void {
  const bytes = new ByteLink(url, options, {
    onOpen: () => tell({ type: "opened", link }),
    onFrame: (data, isBinary) =>
      tell({ type: "received", link, bytes: new Uint8Array(data), isBinary, atMs: sharedMs() }),
    onClosed: (end) => {
      lines.get(link)?.timetable.stop();
      lines.delete(link);
      // Not every cause can cross to the other thread.
      tell({ type: "closed", link, end: end.type === "failed" ? { ...end, cause: undefined } : end });
    },
  });
  lines.set(link, { link: bytes, timetable: new Timetable((frame) => bytes.send(frame)) });
}

port.on("message", (order: LinkOrder) => {
  if (order.type === "open") return open(order.link, order.url);
  const line = lines.get(order.link);
  // It has ended, which the main loop has not read yet.
  if (line === undefined) return;
  switch (order.type) {
    case "send":
      line.timetable.hasten();
      return line.link.send(order.bytes);
    case "plan":
      return line.timetable.plan(unpacked(order.plan));
    case "close":
      line.timetable.hasten();
      line.timetable.stop();
      return line.link.close(order.wsCode, order.reason);
  }
});
