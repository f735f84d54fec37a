/** `phi watch` in a terminal: the members, and below them what happened last. */
import { type EventJson, type MembersJson, type PhiError, eventJson, membersJson } from "@phidelity/client";
import type { Status } from "./ending.ts";
import { age, wallTime } from "./render/figures.ts";
import { memberLines } from "./render/members.ts";
import { oneLine } from "./render/paint.ts";
import { Screen } from "./render/screen.ts";
import type { Session } from "./session.ts";
import { stream } from "./stream.ts";

/** Ages are shown in seconds. */
const REDRAW_MS = 1_000;
/** More than fit on any screen. */
const EVENTS_KEPT = 100;
/** Rows that are not members: the line at the top, two empty ones, the titles, and at least one event. */
const OTHER_ROWS = 6;

/** Shows until q, Ctrl-C or an interrupt; gives the terminal back as it was, also after a failure. */
export async function watchScreen(session: Session): Promise<Status> {
  const screen = new Screen(session.world.stdin, session.world.stdout);
  const view = new View(session);
  const draw = (): void => screen.draw(view.lines(screen.rows));
  screen.open(draw);
  const timer = setInterval(draw, REDRAW_MS);
  try {
    return await stream(
      session,
      { members: true, ended: screen.quit },
      {
        onConnected: (url) => view.connected(url),
        onMembers: (update) => {
          view.show(membersJson(update));
          draw();
        },
        onEvent: (row) => {
          view.happened(eventJson(row));
          draw();
        },
        onLost: (reason) => {
          view.lost(reason);
          draw();
        },
      },
    );
  } finally {
    clearInterval(timer);
    screen.close();
  }
}

/** What is known, as lines. */
class View {
  readonly #session: Session;
  #url = "";
  #snapshot: MembersJson | undefined;
  #shownAtMs = 0;
  #loss: string | undefined;
  readonly #events: EventJson[] = [];

  constructor(session: Session) {
    this.#session = session;
  }

  connected(url: string): void {
    this.#url = url;
  }

  show(snapshot: MembersJson): void {
    this.#snapshot = snapshot;
    this.#shownAtMs = this.#session.world.nowMs();
    this.#loss = undefined;
  }

  happened(event: EventJson): void {
    this.#events.push(event);
    if (this.#events.length > EVENTS_KEPT) this.#events.shift();
  }

  lost(reason: PhiError): void {
    this.#loss = oneLine(reason.message);
  }

  lines(rows: number): readonly string[] {
    const members = this.#members();
    const room = Math.max(1, rows - OTHER_ROWS);
    const cut = members.length - 1 - room;
    const shown = cut > 0 ? [...members.slice(0, room), `… and ${cut + 1} more`] : members;
    const left = Math.max(0, rows - shown.length - 3);
    return [this.#head(), "", ...shown, "", ...this.#recent(left)];
  }

  #head(): string {
    const { paint } = this.#session;
    const now = this.#session.world.nowMs();
    const snapshot = this.#snapshot;
    const seen = snapshot === undefined ? "" : `, as of ${age(this.#shownAtMs, now)} ago`;
    if (this.#loss !== undefined) return paint("red", `CONNECTION LOST${seen}; trying again: ${this.#loss}`);
    if (snapshot === undefined) return paint("dim", "connecting");
    const leader = snapshot.leader === "" ? paint("red", "no leader") : `leader ${snapshot.leader}`;
    const { cluster, term } = snapshot;
    return `${paint("bold", oneLine(cluster))}  ${leader}  term ${term}  ${paint("dim", `${this.#url}${seen}; q quits`)}`;
  }

  #members(): readonly string[] {
    if (this.#snapshot === undefined) return [];
    const { world, form, paint } = this.#session;
    return memberLines(this.#snapshot.members, { wide: form === "wide", nowMs: world.nowMs(), paint });
  }

  #recent(most: number): readonly string[] {
    const { paint } = this.#session;
    const shown = most === 0 ? [] : this.#events.slice(-most);
    return shown.map((event) => `${paint("dim", wallTime(event.at))}  ${event.type}  ${oneLine(event.text)}`);
  }
}
