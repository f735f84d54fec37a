/** How this daemon looks for a peer at its own address: over TLS where it speaks TLS itself, as with peer connections. */
import { DirectProbes, type DirectProbesOptions, type TlsFiles, isLoopback } from "@phidelity/runtime";
import { reachable } from "./config.ts";
import type { NodeConfig } from "./config-schema.ts";

export function directProbesOf(config: NodeConfig, onEnded: DirectProbesOptions["onEnded"]): DirectProbes {
  const { advertise, listen, tls } = config;
  return new DirectProbes({
    secure: tls?.cert !== undefined,
    tls: tlsFilesOf(config),
    // Who is reached on loopback himself has his peers on the same host.
    reachesLoopback: isLoopback((advertise ?? reachable(listen)).host),
    onEnded,
  });
}

/** The files of the configuration's TLS; undefined where it has none. */
export function tlsFilesOf(config: NodeConfig): TlsFiles | undefined {
  const { tls } = config;
  if (tls === undefined) return undefined;
  return {
    ...(tls.cert === undefined ? {} : { cert: tls.cert }),
    ...(tls.key === undefined ? {} : { key: tls.key }),
    ...(tls.ca === undefined ? {} : { ca: tls.ca }),
  };
}
