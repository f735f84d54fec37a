import { type Instant, type Step, after, instant } from "@phidelity/core";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { monotonicClock } from "./clock.ts";
import { Driver, type Machine } from "./driver.ts";

type Event =
  | { readonly type: "asked"; readonly order: readonly string[] }
  | { readonly type: "woke"; readonly readUntil: Instant }
  | { readonly type: string };

interface Notebook {
  readonly seen: { readonly type: string; readonly now: Instant }[];
  readUntil?: Instant;
  wakeAt: Instant | undefined;
}

/** Notes each event with its time, and orders what an `asked` event lists. */
const notebook: Machine<Notebook, Event, string> = {
  step(state: Notebook, event: Event, now: Instant): Step<Notebook, string> {
    state.seen.push({ type: event.type, now });
    if (event.type === "woke") state.wakeAt = undefined;
    if ("readUntil" in event) state.readUntil = event.readUntil;
    return { state, effects: "order" in event ? event.order : [] };
  },
  nextWake: (state) => state.wakeAt,
  woke: (readUntil) => ({ type: "woke", readUntil }),
};

interface Bench {
  readonly driver: Driver<Notebook, Event, string>;
  readonly done: string[];
  readonly dropped: string[];
  readonly seen: () => string[];
  /** Settles the barrier that waits. */
  readonly settle: (event: Event) => Promise<void>;
}

/** A driver whose effects are words: `save` waits, `echo` answers with an event, the rest is noted. */
function bench(first: readonly string[] = [], wakeAt?: Instant): Bench {
  const done: string[] = [];
  const dropped: string[] = [];
  let settleSave: ((event: Event) => void) | undefined;
  const driver = new Driver<Notebook, Event, string>({
    machine: notebook,
    first: { state: { seen: [], wakeAt }, effects: first },
    clock: monotonicClock(),
    perform: (effect) => {
      done.push(effect);
      if (effect === "save") return new Promise<Event>((resolve) => (settleSave = resolve));
      if (effect === "saveAtOnce") return { type: "saveFailed" };
      if (effect === "echo") return { type: "echoed" };
      if (effect === "reenter") driver.dispatch({ type: "reentered" });
      return undefined;
    },
    drops: (event) => event.type === "saveFailed",
    dropped: (effects) => dropped.push(...effects),
  });
  const settle = async (event: Event): Promise<void> => {
    settleSave?.(event);
    await Promise.resolve();
    await Promise.resolve();
  };
  return { driver, done, dropped, seen: () => driver.state.seen.map(({ type }) => type), settle };
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "setImmediate", "performance"] });
});
afterEach(() => {
  vi.useRealTimers();
});

test("first effects are carried out at start, before any event is stepped", () => {
  const { driver, done, seen } = bench(["first"]);
  driver.dispatch({ type: "asked", order: ["second"] });
  expect(done).toEqual([]);
  driver.start();
  expect(done).toEqual(["first", "second"]);
  expect(seen()).toEqual(["asked"]);
});

test("an event that an effect gives waits until the effects before it are done", () => {
  const { driver, done, seen } = bench();
  driver.start();
  driver.dispatch({ type: "asked", order: ["echo", "reenter", "last"] });
  expect(done).toEqual(["echo", "reenter", "last"]);
  expect(seen()).toEqual(["asked", "echoed", "reentered"]);
});

test("what follows a barrier waits for it, and so do later events", async () => {
  const { driver, done, seen, settle } = bench();
  driver.start();
  driver.dispatch({ type: "asked", order: ["before", "save", "after"] });
  driver.dispatch({ type: "asked", order: ["later"] });
  expect(done).toEqual(["before", "save"]);
  expect(seen()).toEqual(["asked"]);
  await settle({ type: "saved" });
  expect(done).toEqual(["before", "save", "after", "later"]);
  expect(seen()).toEqual(["asked", "asked", "saved"]);
});

test("a failed barrier drops what followed it and comes back as an event", async () => {
  const { driver, done, dropped, seen, settle } = bench();
  driver.start();
  driver.dispatch({ type: "asked", order: ["save", "after"] });
  await settle({ type: "saveFailed" });
  expect(dropped).toEqual(["after"]);
  driver.dispatch({ type: "asked", order: ["next"] });
  expect(done).toEqual(["save", "next"]);
  expect(seen()).toEqual(["asked", "saveFailed", "asked"]);
});

test("a barrier that fails at once drops what followed it", () => {
  const { driver, done, seen } = bench(["saveAtOnce", "after"]);
  driver.start();
  expect(done).toEqual(["saveAtOnce"]);
  expect(seen()).toEqual(["saveFailed"]);
});

test("time given to the machine is the arrival, and never goes back", () => {
  const { driver } = bench();
  const start = monotonicClock().now();
  driver.start();
  driver.dispatch({ type: "one" }, after(start, 30));
  driver.dispatch({ type: "two" }, after(start, 10));
  driver.dispatch({ type: "three" }, after(start, 40));
  expect(driver.state.seen.map(({ now }) => now - start)).toEqual([30, 30, 40]);
});

test("the machine is woken when it asked to be, not before and not twice", () => {
  const { driver, seen } = bench([], after(monotonicClock().now(), 500));
  driver.start();
  vi.advanceTimersByTime(499);
  expect(seen()).toEqual([]);
  vi.advanceTimersByTime(10_000);
  expect(seen()).toEqual(["woke"]);
});

test("an earlier wish to be woken replaces a later one, and a later one an earlier", () => {
  const start = monotonicClock().now();
  const { driver, seen } = bench([], after(start, 10_000));
  driver.start();
  driver.state.wakeAt = after(start, 200);
  driver.dispatch({ type: "sooner" });
  driver.state.wakeAt = after(start, 300);
  driver.dispatch({ type: "later" });
  vi.advanceTimersByTime(250);
  expect(seen()).toEqual(["sooner", "later"]);
  vi.advanceTimersByTime(60);
  expect(seen()).toEqual(["sooner", "later", "woke"]);
});

test("what arrives between the timer and the judgement is stepped first", () => {
  const { driver, seen } = bench([], after(monotonicClock().now(), 100));
  driver.start();
  setTimeout(() => driver.dispatch({ type: "arrived" }), 100);
  vi.advanceTimersByTime(101);
  expect(seen()).toEqual(["arrived", "woke"]);
});

test("the machine is told until when all had been read, however long the reading took", async () => {
  vi.useRealTimers();
  const clock = monotonicClock();
  const start = clock.now();
  const { driver } = bench([], after(start, 5));
  driver.start();
  const reading = Promise.withResolvers<Instant>();
  setTimeout(() => {
    const begun = clock.now();
    while (clock.now() < after(begun, 30));
    reading.resolve(begun);
  }, 10);
  while (clock.now() < after(start, 20)); // Both timers are due in one turn, the driver's first.
  const begun = await reading.promise;
  await new Promise((resolve) => setImmediate(resolve));
  expect(driver.state.readUntil).toBeLessThanOrEqual(begun);
  expect(driver.state.seen.at(-1)?.now).toBeGreaterThanOrEqual(after(begun, 30));
});

test("a wish beyond what a timer can count does not wake at once, nor keep the timer busy", () => {
  const { driver, seen } = bench([], instant(2 ** 40));
  const looks = vi.spyOn(notebook, "nextWake");
  driver.start();
  vi.advanceTimersByTime(60_000);
  expect(seen()).toEqual([]);
  expect(looks.mock.calls.length).toBeLessThan(3);
  looks.mockRestore();
});

test("a stopped driver does nothing any more", async () => {
  const { driver, done, seen, settle } = bench([], after(monotonicClock().now(), 100));
  driver.start();
  driver.dispatch({ type: "asked", order: ["save", "after"] });
  driver.stop();
  await settle({ type: "saved" });
  driver.dispatch({ type: "asked", order: ["more"] });
  vi.advanceTimersByTime(1_000);
  expect(done).toEqual(["save"]);
  expect(seen()).toEqual(["asked"]);
});

test("an error in the machine is not caught", () => {
  const { driver } = bench();
  driver.start();
  vi.spyOn(notebook, "step").mockImplementationOnce(() => {
    throw new Error("wrong program");
  });
  expect(() => driver.dispatch({ type: "any" })).toThrow("wrong program");
});
