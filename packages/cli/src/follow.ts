/** `phi events --follow`: the history, then what happens, none of it twice and none of it left out. */
import { type EventJson, type EventsQuery, type PhiError, eventJson } from "@phidelity/client";
import type { Status } from "./ending.ts";
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
      onConnected: () => follower.connected(),
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
  #lastAt: string | undefined;

  constructor(session: Session, query: EventsQuery) {
    this.#session = session;
    this.#query = query;
  }

  /** Rejects where the history cannot be read. */
  get failed(): Promise<void> {
    return this.#failure.promise;
  }

  connected(): void {
    this.#waiting = [];
    this.#catchUp().catch((error: unknown) => this.#failure.reject(error));
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
  async #catchUp(): Promise<void> {
    const missed = this.#lastAt === undefined ? {} : { since: this.#lastAt };
    const history = await this.#session.coordinators.events({ ...this.#query, ...missed });
    if (this.#rows === undefined) {
      this.#rows = new EventRows(history, this.#session.paint);
      if (!this.#session.isForMachines) this.#session.line(this.#rows.head());
    }
    const waiting = this.#waiting ?? [];
    this.#waiting = undefined;
    for (const event of [...history, ...waiting]) this.#write(event);
  }

  #write(event: EventJson): void {
    const { group, node } = this.#query;
    const sequence = Number(event.sequence);
    if (sequence <= this.#last) return;
    this.#last = sequence;
    this.#lastAt = event.at;
    if (group !== undefined && event.group !== group) return;
    if (node !== undefined && event.node !== node) return;
    this.#session.printNext(event, this.#rows?.row(event) ?? event.text);
  }
}
