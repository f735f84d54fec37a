/** What one heartbeat costs, per law: `node packages/core/bench/detector-cost.ts`. Prints ns, one line a law. */
import { arrived, crossingAt, newDetector, phiAt } from "../src/detector/detector.ts";
import { seeded } from "../src/rng.ts";
import { instant } from "../src/time.ts";

const PEERS = 500;
const BEATS = 4_000;
const PERIOD = 250;

for (const law of ["learned", "normal", "exponential"] as const) {
  const random = seeded(1);
  const tuning = { law, intervalMs: PERIOD, missed: 2, capMs: 5_000 };
  const peers = Array.from({ length: PEERS }, () => newDetector(tuning, instant(0)));
  let [arriving, crossing, sum] = [0, 0, 0];
  for (let slot = 1; slot <= BEATS; slot++) {
    const jitters = peers.map(() => (random() < 0.01 ? undefined : -Math.log(1 - random()) * 5));
    const start = performance.now();
    for (const [index, peer] of peers.entries()) {
      const jitter = jitters[index];
      if (jitter !== undefined) arrived(peer, slot, instant(slot * PERIOD + jitter));
    }
    const between = performance.now();
    for (const peer of peers) sum += crossingAt(peer, 6);
    arriving += between - start;
    crossing += performance.now() - between;
  }
  const start = performance.now();
  for (const peer of peers) sum += phiAt(peer, instant(BEATS * PERIOD + 700));
  const showing = performance.now() - start;
  const ns = (ms: number, times: number): string => `${Math.round((ms * 1e6) / times)} ns`;
  const all = PEERS * BEATS;
  console.log(
    law,
    "arrived",
    ns(arriving, all),
    "crossingAt",
    ns(crossing, all),
    "phiAt",
    ns(showing, PEERS),
    sum > 0,
  );
}
