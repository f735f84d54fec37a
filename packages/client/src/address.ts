/** Where a coordinator is: one base URL, read as HTTP for questions and as WebSocket for watching and acting. */
import { PhiError } from "@phidelity/core";

const HTTP_OF: Readonly<Record<string, string>> = {
  "http:": "http:",
  "ws:": "http:",
  "https:": "https:",
  "wss:": "https:",
};

/** A coordinator's base URL. */
export interface Address {
  /** As `http://host:port`, for people. */
  readonly shown: string;
  /** The URL of a question. */
  http(path: string): URL;
  /** The URL of a WebSocket. */
  ws(path: string): string;
}

/**
 * Reads a base URL such as `http://10.0.0.1:7400` or `wss://phi.example:7400`; a bare `host:port` means `http`.
 *
 * @throws PhiError CONFIG_INVALID where it is none
 */
export function addressOf(text: string): Address {
  const url = URL.parse(/^[a-z]+:\/\//i.test(text) ? text : `http://${text}`);
  const protocol = HTTP_OF[url?.protocol ?? ""];
  if (url === null || protocol === undefined || url.host === "" || url.search !== "" || url.hash !== "") {
    const problems = `--coordinator: found "${text}", allowed http://host:port, https://, ws:// or wss://`;
    throw new PhiError("CONFIG_INVALID", { file: "--coordinator", problems });
  }
  const base = `//${url.host}${url.pathname.replace(/\/+$/, "")}`;
  const socket = protocol === "https:" ? "wss:" : "ws:";
  return {
    shown: `${protocol}${base}`,
    http: (path) => new URL(`${protocol}${base}${path}`),
    ws: (path) => `${socket}${base}${path}`,
  };
}
