/** Real processes: a coordinator that stands still again and again holds that against nobody. `pnpm bench stops` has more. */
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, expect, test } from "vitest";
import { BareCluster } from "../src/bare-cluster.ts";
import type { BareOptions } from "../src/bare-config.ts";
import { STOPPED_CLUSTER, stopAgainAndAgain, stopLengths, unwantedEvents } from "../src/stops.ts";

const STOPS = 20;
/** Longer than a node's patience with a connection that does not answer, which is 1.25 s: some come back anew. */
const LONGEST_STOP_MS = 3_000;
const BUSY_TIMES = 5;
const BUSY_MS = 1_200;
/** In the rest of the time the coordinator reads what has waited. */
const BUSY_EVERY_MS = 2_200;

let cluster: BareCluster | undefined;

async function started(options: BareOptions): Promise<BareCluster> {
  cluster = await BareCluster.start(options);
  return cluster;
}

afterEach(async ({ task }) => {
  if (task.result?.state === "fail" && cluster !== undefined) console.error(await cluster.diagnosis());
  await cluster?.stop();
  cluster = undefined;
});

test("the coordinator is stopped twenty times: nobody is suspected", async () => {
  const bare = await started({ ...STOPPED_CLUSTER, name: "stops" });
  const before = await unwantedEvents(bare);
  await stopAgainAndAgain(bare, stopLengths(STOPS, LONGEST_STOP_MS));
  await bare.settled();
  expect(await unwantedEvents(bare)).toEqual(before);
  expect(await bare.happened()).toContain("coordinatorPaused");
});

test("its event loop is busy: what has arrived meanwhile is read before anybody is judged", async () => {
  const bare = await started({ ...STOPPED_CLUSTER, name: "busy", canBeBusy: true });
  const active = await bare.active("fenced");
  const before = await unwantedEvents(bare);
  for (let time = 0; time < BUSY_TIMES; time += 1) {
    bare.keepBusy("c1", BUSY_MS);
    await sleep(BUSY_EVERY_MS);
  }
  await bare.settled();
  expect(await unwantedEvents(bare)).toEqual(before);
  // Shorter than a lease, so that the active has not even stopped meanwhile.
  expect(bare.hooksOf(active)).not.toContain("demote fenced 1");
  expect((await bare.happened()).filter((type) => type === "coordinatorPaused")).toHaveLength(BUSY_TIMES);
});
