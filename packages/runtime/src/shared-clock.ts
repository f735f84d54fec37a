/**
 * CLOCK_MONOTONIC in ms, the same for every thread of this process: instants of two threads compare.
 * (`performance.now()` counts from the start of its thread.)
 */
export function sharedMs(): number {
  const [seconds, nanoseconds] = process.hrtime();
  return seconds * 1_000 + nanoseconds / 1_000_000;
}
