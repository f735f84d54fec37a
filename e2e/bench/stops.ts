/**
 * Stops a real coordinator with live nodes again and again, from 50 ms to 10 s: `pnpm bench stops`. Its own pauses are no
 * silence of anybody: a node that is suspected because of one ends the measurement with exit status 1.
 */
import { parseArgs } from "node:util";
import { BareCluster } from "../src/bare-cluster.ts";
import { STOPPED_CLUSTER, stopAgainAndAgain, stopLengths, unwantedEvents } from "../src/stops.ts";

const TOLD_EVERY = 20;

const { values: options } = parseArgs({
  options: { stops: { type: "string", default: "200" }, help: { type: "boolean", default: false } },
});
const stops = Number(options.stops);
if (options.help || !Number.isSafeInteger(stops) || stops < 2) {
  console.error("usage: pnpm bench stops [--stops 200]\n200 stops take about five minutes");
  process.exit(2);
}

const lengths = stopLengths(stops);
const cluster = await BareCluster.start({ ...STOPPED_CLUSTER, name: "bench-stops" });
try {
  const before = (await unwantedEvents(cluster)).length;
  await stopAgainAndAgain(cluster, lengths, (done) => {
    if (done % TOLD_EVERY === 0) process.stderr.write(`${done} of ${stops} stops\n`);
  });
  await cluster.settled();
  const unwanted = (await unwantedEvents(cluster)).slice(before);
  const seconds = lengths.reduce((sum, each) => sum + each, 0) / 1_000;
  console.log(`${stops} stops of 50 ms to 10 s, ${seconds.toFixed(0)} s in all, with five live nodes:`);
  console.log(`${unwanted.length} suspicions or nodes called down; target 0`);
  for (const words of unwanted) console.log(words);
  process.exitCode = unwanted.length === 0 ? 0 : 1;
} finally {
  await cluster.stop();
}
