/** Taking a TCP port, for the servers of this daemon that speak no HTTP. */
import type { Server } from "node:net";
import { PhiError } from "@phidelity/core";
import type { Endpoint } from "./address.ts";

/** Done once it listens. @throws PhiError PORT_TAKEN, or LISTEN_FAILED with the reason */
export async function listen(server: Server, at: Endpoint): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      reject(
        error.code === "EADDRINUSE"
          ? new PhiError("PORT_TAKEN", { host: at.host, port: at.port }, { cause: error })
          : new PhiError(
              "LISTEN_FAILED",
              { host: at.host, port: at.port, reason: error.message },
              { cause: error },
            ),
      );
    });
    server.listen({ host: at.host, port: at.port, backlog: 1024, exclusive: true }, () => {
      server.removeAllListeners("error");
      resolve();
    });
  });
}
