/**
 * One running daemon: what `runtime`'s driver is to the real world, in invented time.
 *
 * One event at a time; effects in order; a `save` is a barrier behind which nothing happens until the disk has answered;
 * events that arrive meanwhile keep their arrival stamps. Besides, it can be frozen: between two turns, after an event
 * was stamped and before it is stepped, or after a step and before its effects.
 */
import { type Instant, type Step } from "@phidelity/core";
import type { HostClock } from "./clock.ts";
import type { Queue } from "./queue.ts";

/** The machine of a daemon, and how its orders are carried out. */
export interface Program<State, Event, Effect> {
  step(state: State, event: Event, now: Instant): Step<State, Effect>;
  nextWake(state: State): Instant | undefined;
  /** The event that wakes it. */
  woke(): Event;
  /** Carries out one effect. True where it is a barrier; whoever finishes it calls {@link Process.lift}. */
  perform(effect: Effect): boolean;
  /** True of an event after which what waited behind the barrier is dropped. */
  drops(event: Event): boolean;
  /** Told after each turn whose effects are all carried out or wait behind a barrier. */
  turned(): void;
  /** How late a timer rings, in ms. */
  lateness(): number;
}

/** Where in a turn a freeze begins. */
export type FreezePoint = "now" | "beforeStep" | "afterStep";

/** What a process needs of its world. */
export interface Ground {
  readonly now: number;
  readonly queue: Queue;
}

export class Process<State, Event, Effect> {
  readonly #ground: Ground;
  readonly #clock: HostClock;
  readonly #program: Program<State, Event, Effect>;
  readonly #arrivals: { readonly event: Event; readonly at: Instant }[] = [];
  #backlog: (() => void)[] = [];
  #effects: readonly Effect[];
  #nextEffect = 0;
  #phase: "idle" | "busy" | "waiting" | "dead" = "idle";
  #frozen = false;
  #freezeAt: FreezePoint = "now";
  #lastAt: Instant;
  #ringsAt: number | undefined;
  state: State;

  constructor(
    ground: Ground,
    clock: HostClock,
    program: Program<State, Event, Effect>,
    first: Step<State, Effect>,
  ) {
    this.#ground = ground;
    this.#clock = clock;
    this.#program = program;
    this.state = first.state;
    this.#effects = first.effects;
    this.#lastAt = clock.at(ground.now);
  }

  /** Carries out the first effects. */
  start(): void {
    this.#run();
  }

  get isAlive(): boolean {
    return this.#phase !== "dead";
  }

  get isFrozen(): boolean {
    return this.#frozen;
  }

  /** Whether effects of its last step are still to be carried out: its state runs ahead of the world. */
  get isMidTurn(): boolean {
    return this.#nextEffect < this.#effects.length;
  }

  /** Something reaches the process from outside; while it is frozen, it waits in the kernel's buffers, unstamped. */
  reach(run: () => void): void {
    if (this.#phase === "dead") return;
    if (this.#frozen) this.#backlog.push(run);
    else run();
  }

  /** An event is stamped and queued; see {@link Process.reach}. */
  dispatch(event: Event): void {
    if (this.#phase === "dead") return;
    this.#arrivals.push({ event, at: this.#clock.at(this.#ground.now) });
    if (this.#phase === "idle") this.#run();
  }

  /** The barrier is over. */
  lift(event: Event): void {
    this.reach(() => {
      if (this.#phase !== "waiting") return;
      if (this.#program.drops(event)) this.#nextEffect = this.#effects.length;
      this.#arrivals.push({ event, at: this.#clock.at(this.#ground.now) });
      this.#run();
    });
  }

  /** Nothing moves any more from that point on, until {@link Process.thaw}. */
  freeze(point: FreezePoint): void {
    if (point === "now") this.#frozen = true;
    else this.#freezeAt = point;
  }

  /** @param timersFirst whether an overdue timer rings before what has arrived meanwhile is read */
  thaw(timersFirst: boolean): void {
    this.#freezeAt = "now";
    if (!this.#frozen || this.#phase === "dead") return;
    this.#frozen = false;
    const backlog = this.#backlog;
    this.#backlog = [];
    if (this.#phase === "busy") this.#run();
    if (timersFirst) this.#ringIfDue();
    for (const run of backlog) this.reach(run);
    if (!timersFirst) this.#ringIfDue();
    this.#arm();
  }

  /** The process is gone, and with it all that it had in mind. */
  end(): void {
    this.#phase = "dead";
    this.#backlog = [];
  }

  /** The clock was touched: timers are set anew. */
  retime(): void {
    this.#ringsAt = undefined;
    if (this.#phase === "idle" && !this.#frozen) this.#arm();
  }

  #isDead(): boolean {
    return this.#phase === "dead";
  }

  #run(): void {
    this.#phase = "busy";
    for (;;) {
      if (this.#frozen || !this.#performEffects()) return;
      this.#program.turned();
      const arrival = this.#arrivals[0];
      if (arrival === undefined) break;
      if (this.#freezesHere("beforeStep")) return;
      this.#arrivals.shift();
      if (arrival.at > this.#lastAt) this.#lastAt = arrival.at;
      const { state, effects } = this.#program.step(this.state, arrival.event, this.#lastAt);
      this.state = state;
      this.#effects = effects;
      this.#nextEffect = 0;
      if (this.#freezesHere("afterStep")) return;
    }
    this.#phase = "idle";
    this.#arm();
  }

  #freezesHere(point: FreezePoint): boolean {
    if (this.#freezeAt !== point) return false;
    this.#freezeAt = "now";
    this.#frozen = true;
    return true;
  }

  #performEffects(): boolean {
    while (this.#nextEffect < this.#effects.length) {
      const effect = this.#effects[this.#nextEffect] as Effect;
      this.#nextEffect += 1;
      const isBarrier = this.#program.perform(effect);
      if (this.#isDead()) return false;
      if (!isBarrier) continue;
      this.#phase = "waiting";
      this.#program.turned();
      return false;
    }
    return true;
  }

  #arm(): void {
    const wakeAt = this.#program.nextWake(this.state);
    if (wakeAt === undefined) return;
    const due = Math.max(this.#clock.trueAt(wakeAt), this.#ground.now);
    if (this.#ringsAt !== undefined && this.#ringsAt <= due) return;
    // Timers never ring early; the thousandth covers what is lost in turning local time to true time.
    const at = due + 0.001 + this.#program.lateness();
    this.#ringsAt = at;
    this.#ground.queue.plan(at, () => {
      if (this.#ringsAt !== at || this.#phase === "dead") return;
      this.#ringsAt = undefined;
      if (this.#frozen || this.#phase !== "idle") return;
      this.#ringIfDue();
      if (this.#phase === "idle") this.#arm();
    });
  }

  #ringIfDue(): void {
    if (this.#phase !== "idle" || this.#frozen) return;
    const wakeAt = this.#program.nextWake(this.state);
    if (wakeAt !== undefined && wakeAt <= this.#clock.at(this.#ground.now))
      this.dispatch(this.#program.woke());
  }
}
