/** A way between two programs that a test can shut: what went through it is closed at both ends, and nobody is let in. */
import { once } from "node:events";
import { type AddressInfo, type Server, type Socket, connect, createServer } from "node:net";

export class Passage {
  readonly #server: Server;
  readonly #open = new Set<Socket>();
  #shut = false;

  private constructor(to: { readonly host: string; readonly port: number }) {
    this.#server = createServer((from) => {
      if (this.#shut) return void from.destroy();
      this.#join(from, connect(to.port, to.host));
    });
  }

  static async to(host: string, port: number): Promise<Passage> {
    const passage = new Passage({ host, port });
    passage.#server.listen(0, "127.0.0.1");
    await once(passage.#server, "listening");
    return passage;
  }

  get address(): string {
    return `127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  shut(): void {
    this.#shut = true;
    for (const socket of this.#open) socket.destroy();
  }

  reopen(): void {
    this.#shut = false;
  }

  close(): void {
    this.shut();
    this.#server.close();
  }

  #join(one: Socket, other: Socket): void {
    for (const [socket, far] of [
      [one, other],
      [other, one],
    ] as const) {
      this.#open.add(socket);
      socket.setNoDelay();
      socket.pipe(far);
      socket.on("error", () => {}); // "close" follows.
      socket.on("close", () => {
        this.#open.delete(socket);
        far.destroy();
      });
    }
  }
}
