/** Certificates and keys, as files that are read anew for each connection, so that they can be replaced while we run. */
import { readFileSync } from "node:fs";

/** Paths of PEM files. A server needs `cert` and `key`; with `ca` it also asks its clients for a certificate. */
export interface TlsFiles {
  readonly cert?: string;
  readonly key?: string;
  readonly ca?: string;
}

/** What Node's TLS takes. */
export interface TlsMaterial {
  readonly cert?: Buffer;
  readonly key?: Buffer;
  readonly ca?: Buffer;
}

/** Reads the files that are named. @throws the file system's error where one cannot be read */
export function readTls(files: TlsFiles): TlsMaterial {
  return {
    ...(files.cert === undefined ? {} : { cert: readFileSync(files.cert) }),
    ...(files.key === undefined ? {} : { key: readFileSync(files.key) }),
    ...(files.ca === undefined ? {} : { ca: readFileSync(files.ca) }),
  };
}
