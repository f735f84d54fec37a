/**
 * Runs one pure machine (HOUSE.md, "The contract between core and shell", rules 1 to 4).
 *
 * Events wait in one queue and are stepped one at a time. The effects of a step are carried out in order before the next
 * event is stepped. An effect whose `perform` gives a promise is a barrier: until the promise has settled nothing that
 * follows happens, and no further event is stepped, so that the machine never runs ahead of what is durable. Events that
 * arrive meanwhile keep their arrival stamps. An error thrown by the machine is a wrong program and is not caught here:
 * it ends the process.
 */
import { type Instant, type Step, assert } from "@phidelity/core";
import type { Clock } from "./clock.ts";

/** A pure machine, as `core` writes them. */
export interface Machine<State, Event, Effect> {
  step(state: State, event: Event, now: Instant): Step<State, Effect>;
  /** When the machine must be woken even if nothing else happens. */
  nextWake(state: State): Instant | undefined;
  /** The event that wakes it; all that had come until `readUntil` was dispatched before. */
  readonly woke: (readUntil: Instant) => Event;
}

export interface DriverOptions<State, Event, Effect> {
  readonly machine: Machine<State, Event, Effect>;
  /** What creating the machine gave: its first state, and effects that `start` carries out. */
  readonly first: Step<State, Effect>;
  readonly clock: Clock;
  /** Carries one effect out. An event that it returns is queued. A promise makes the effect a barrier: what follows waits for it. */
  readonly perform: (effect: Effect) => Event | Promise<Event> | undefined;
  /** True of an event after which what waited behind the barrier is dropped (`saveFailed`). */
  readonly drops: (event: Event) => boolean;
  /** Told what was dropped, and because of which event, so that whoever waits for it can be told. */
  readonly dropped?: (effects: readonly Effect[], because: Event) => void;
}

/** What `setTimeout` takes; above it, it fires at once. */
const TIMEOUT_MS_MAX = 2 ** 31 - 1;

interface Arrival<Event> {
  readonly event: Event;
  readonly at: Instant;
}

/** Carries events to one machine and its effects out; the only holder of its state and of its timer. */
export class Driver<State, Event, Effect> {
  readonly #options: DriverOptions<State, Event, Effect>;
  #state: State;
  #arrivals: Arrival<Event>[] = [];
  #nextArrival = 0;
  #effects: readonly Effect[];
  #nextEffect = 0;
  #phase: "new" | "idle" | "busy" | "waiting" | "stopped" = "new";
  #lastAt: Instant;
  #timer: NodeJS.Timeout | undefined;
  #timerAt: Instant | undefined;

  constructor(options: DriverOptions<State, Event, Effect>) {
    this.#options = options;
    this.#state = options.first.state;
    this.#effects = options.first.effects;
    this.#lastAt = options.clock.now();
  }

  /** The machine's state, for printing; to be read only. */
  get state(): State {
    return this.#state;
  }

  /** Carries out the first effects, then what was dispatched meanwhile. Called once. */
  start(): void {
    assert(this.#phase === "new", "a driver is started once");
    this.#run();
  }

  /**
   * Queues an event, and steps the machine unless it is being stepped or waits behind a barrier.
   *
   * @param at when the event arrived; now, where it is left out. It is clamped never to go back.
   */
  dispatch(event: Event, at: Instant = this.#options.clock.now()): void {
    if (this.#phase === "stopped") return;
    if (this.#phase !== "idle") return void this.#arrivals.push({ event, at });
    this.#step(event, at);
    this.#run();
  }

  /** Carries nothing out any more: waiting effects, later events and the timer are dropped. */
  stop(): void {
    this.#phase = "stopped";
    this.#disarm();
    this.#arrivals = [];
    this.#nextArrival = 0;
    this.#effects = [];
  }

  #run(): void {
    this.#phase = "busy";
    for (;;) {
      if (!this.#performEffects()) return;
      const arrival = this.#takeArrival();
      if (arrival === undefined) break;
      this.#step(arrival.event, arrival.at);
    }
    this.#phase = "idle";
    this.#arm();
  }

  /** Returns false where a barrier or `stop` has interrupted; whoever lifts the barrier runs on. */
  #performEffects(): boolean {
    while (this.#nextEffect < this.#effects.length) {
      const effect = this.#effects[this.#nextEffect] as Effect;
      this.#nextEffect += 1;
      const answer = this.#options.perform(effect);
      if (this.#isStopped()) return false;
      if (answer instanceof Promise) {
        this.#phase = "waiting";
        void this.#await(answer);
        return false;
      }
      if (answer !== undefined) this.#answered(answer);
    }
    return true;
  }

  /** A promise that fails is a wrong program: `perform` turns every failure of the world into an event. */
  async #await(answer: Promise<Event>): Promise<void> {
    const event = await answer;
    if (this.#isStopped()) return;
    this.#answered(event);
    this.#run();
  }

  #answered(event: Event): void {
    if (this.#options.drops(event)) {
      const dropped = this.#effects.slice(this.#nextEffect);
      this.#nextEffect = this.#effects.length;
      this.#options.dropped?.(dropped, event);
    }
    this.#arrivals.push({ event, at: this.#options.clock.now() });
  }

  #takeArrival(): Arrival<Event> | undefined {
    const arrival = this.#arrivals[this.#nextArrival];
    if (arrival === undefined) {
      // An array that is emptied gives its memory back, and takes it again for the next event.
      if (this.#nextArrival > 0) this.#arrivals.length = 0;
      this.#nextArrival = 0;
    } else {
      this.#nextArrival += 1;
    }
    return arrival;
  }

  #step(event: Event, at: Instant): void {
    if (at > this.#lastAt) this.#lastAt = at;
    const { state, effects } = this.#options.machine.step(this.#state, event, this.#lastAt);
    this.#state = state;
    this.#effects = effects;
    this.#nextEffect = 0;
  }

  #isStopped(): boolean {
    return this.#phase === "stopped";
  }

  /** A timer that rings too early is left alone: it costs one look at the clock, less than setting it at every event. */
  #arm(): void {
    const wakeAt = this.#options.machine.nextWake(this.#state);
    if (wakeAt === undefined) return this.#disarm();
    if (this.#timerAt !== undefined && this.#timerAt <= wakeAt) return;
    this.#disarm();
    this.#timerAt = wakeAt;
    const delayMs = Math.ceil(wakeAt - this.#options.clock.now());
    this.#timer = setTimeout(() => this.#ring(), Math.min(Math.max(delayMs, 0), TIMEOUT_MS_MAX));
  }

  #disarm(): void {
    if (this.#timer !== undefined) clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#timerAt = undefined;
  }

  /** Through `setImmediate`, so that what has already arrived on the sockets is read before anything is judged. */
  #ring(): void {
    this.#timer = undefined;
    this.#timerAt = undefined;
    const { clock, machine } = this.#options;
    const readUntil = clock.now();
    setImmediate(() => {
      if (this.#phase !== "idle") return;
      const wakeAt = machine.nextWake(this.#state);
      if (wakeAt !== undefined && wakeAt <= readUntil) this.dispatch(machine.woke(readUntil));
      else this.#arm();
    });
  }
}
