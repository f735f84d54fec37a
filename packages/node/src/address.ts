/** Where a TCP service is reached. */
export interface Endpoint {
  readonly host: string;
  readonly port: number;
}

/** Reads `host:port`, with an IPv6 host in brackets; undefined where the text is neither. */
export function parseAddress(text: string): Endpoint | undefined {
  const colon = text.lastIndexOf(":");
  const host = text.slice(0, Math.max(colon, 0)).replace(/^\[(.*)\]$/, "$1");
  const digits = text.slice(colon + 1);
  const port = Number(digits);
  if (host === "" || !/^\d{1,5}$/.test(digits) || port < 1 || port > 65_535) return undefined;
  return { host, port };
}

/** Writes `host:port`, with an IPv6 host in brackets. */
export function formatAddress(endpoint: Endpoint): string {
  return endpoint.host.includes(":")
    ? `[${endpoint.host}]:${endpoint.port}`
    : `${endpoint.host}:${endpoint.port}`;
}
