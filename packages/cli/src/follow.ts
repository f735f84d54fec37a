/** `phi events --follow`: the history, then what happens, none of it twice and none of it left out. */
import { type EventJson, type EventsQuery, PhiError, eventJson } from "@phidelity/client";
import type { Status } from "./ending.ts";
import { history } from "./history.ts";
import { EventRows } from "./render/events.ts";
import type { Session } from "./session.ts";
import { stream } from "./stream.ts";

/**
 * Writes events until interrupted, and gives the exit status.
 *
 * The stream is opened before the history is asked for, each time that a coordinator is connected: what happens in between
 * comes both ways, and its number says that it was written already.
 */
export async function followEvents(session: Session, query: EventsQuery): Promise<Status> {
  const follower = new Follower(session, query);
  return stream(
    session,
    { members: false, ended: follower.failed },
    {
      onConnected: (url) => follower.connected(url),
      onMembers: () => undefined,
      onEvent: (row) => follower.happened(eventJson(row)),
      onLost: (reason) => follower.lost(reason),
    },
  );
}

class Follower {
  readonly #session: Session;
  readonly #query: EventsQuery;
  readonly #failure = Promise.withResolvers<void>();
  /** Events that came while the history was asked for; undefined once it is written. */
  #waiting: EventJson[] | undefined = [];
  #rows: EventRows | undefined;
  #last = -1;
  #connections = 0;

  constructor(session: Session, query: EventsQuery) {
    this.#session = session;
    this.#query = query;
  }

  /** Rejects where the history cannot be read. */
  get failed(): Promise<void> {
    return this.#failure.promise;
  }

  connected(url: string): void {
    if (this.#rows !== undefined) this.#session.say(`watching again, ${url}`);
    this.#waiting = [];
    this.#connections += 1;
    const connection = this.#connections;
    this.#catchUp(connection).catch((error: unknown) => this.#failed(connection, error));
  }

  happened(event: EventJson): void {
    if (this.#waiting !== undefined) this.#waiting.push(event);
    else this.#write(event);
  }

  lost(reason: PhiError): void {
    this.#session.say(
      `${this.#session.paintError("yellow", "connection lost")}: ${reason.message}; trying again`,
    );
  }

  /** Writes what happened before: what was asked for at first, and what was missed after a loss. */
  async #catchUp(connection: number): Promise<void> {
    const { since, ...rest } = this.#query;
    const isFirst = this.#last < 0;
    const from = isFirst && since !== undefined ? { since } : {};
    const missed = isFirst ? {} : { after: String(this.#last) };
    const before = await history(this.#session, { ...rest, ...from, ...missed });
    if (connection !== this.#connections) return; // Lost again meanwhile: the next connection asks anew.
    if (this.#rows === undefined) {
      this.#rows = new EventRows(before, this.#session.paint);
      if (!this.#session.isForMachines) this.#session.line(this.#rows.head());
    }
    this.#writeAll(before);
  }

  /** Without any history there is nothing to follow; after a loss, what comes is better than nothing, and said to have a gap. */
  #failed(connection: number, error: unknown): void {
    if (this.#rows === undefined || !(error instanceof PhiError)) return this.#failure.reject(error);
    if (connection !== this.#connections) return;
    this.#session.say(`events may be missing here: ${error.message}`);
    this.#writeAll([]);
  }

  #writeAll(before: readonly EventJson[]): void {
    const waiting = this.#waiting ?? [];
    this.#waiting = undefined;
    for (const event of [...before, ...waiting]) this.#write(event);
  }

  #write(event: EventJson): void {
    const { group, node } = this.#query;
    const sequence = Number(event.sequence);
    if (sequence <= this.#last) return;
    this.#last = sequence;
    if (group !== undefined && event.group !== group) return;
    if (node !== undefined && event.node !== node) return;
    this.#session.printNext(event, this.#rows?.row(event) ?? event.text);
  }
}
