/** Combinations that cannot work, each with the reason. */
import { durationWords, isLoopback } from "@phidelity/runtime";
import type { CoordinatorConfig } from "./config.ts";
import { PROFILES } from "./profiles.ts";

/** One key that cannot have its value beside the others. */
export interface Misfit {
  readonly path: readonly string[];
  /** What is allowed, and why. */
  readonly allowed: string;
}

/** Fewer would let one lost heartbeat and one late one end a healthy lease. */
const HEARTBEATS_PER_LEASE_MIN = 3;

/** Everything in a configuration that cannot work together. */
export function misfitsOf(config: CoordinatorConfig): Misfit[] {
  return [
    ...detectorMisfits(config),
    ...leaseMisfits(config),
    ...accessMisfits(config),
    ...groupMisfits(config),
  ];
}

function detectorMisfits({ detector, heartbeat, profile }: CoordinatorConfig): Misfit[] {
  const misfits: Misfit[] = [];
  const { suspect, down, alone, missed, cap } = detector;
  if (down <= suspect) {
    misfits.push(
      misfit("detector.down", `a number above detector.suspect (${suspect}): a node is suspected first`),
    );
  }
  if (alone < down) {
    misfits.push(
      misfit(
        "detector.alone",
        `a number of at least detector.down (${down}): without a witness more doubt is due, not less`,
      ),
    );
  }
  const silenceMs = (missed + 1) * heartbeat.interval;
  if (cap < silenceMs) {
    const sum = `${missed} missed heartbeats of ${durationWords(heartbeat.interval)} and the next`;
    const allowed = `at least ${durationWords(silenceMs)} (${sum}): before it no silence counts`;
    misfits.push(
      misfit("detector.cap", `${allowed}; the profile says ${durationWords(PROFILES[profile].detector.cap)}`),
    );
  }
  return misfits;
}

function leaseMisfits({ heartbeat, lease, profile }: CoordinatorConfig): Misfit[] {
  const leastMs = HEARTBEATS_PER_LEASE_MIN * heartbeat.interval;
  if (lease.duration >= leastMs) return [];
  const sum = `${HEARTBEATS_PER_LEASE_MIN} heartbeats of ${durationWords(heartbeat.interval)}`;
  const allowed = `at least ${durationWords(leastMs)} (${sum}: else one that is lost ends a healthy lease)`;
  return [
    misfit(
      "lease.duration",
      `${allowed}; the profile says ${durationWords(PROFILES[profile].lease.duration)}`,
    ),
  ];
}

function accessMisfits({ auth, listen }: CoordinatorConfig): Misfit[] {
  const { tokens } = auth;
  if (tokens === undefined) {
    if (isLoopback(listen.host)) return [];
    const mend = "set auth.tokens.node and auth.tokens.operator to listen elsewhere";
    return [
      misfit("listen.host", `a loopback address such as 127.0.0.1 while auth.tokens is not set; ${mend}`),
    ];
  }
  const misfits: Misfit[] = [];
  if (tokens.operator === tokens.node) {
    misfits.push(
      misfit("auth.tokens.operator", "a token of its own: with this one every node could give orders"),
    );
  }
  if (tokens.reader !== undefined && (tokens.reader === tokens.node || tokens.reader === tokens.operator)) {
    misfits.push(
      misfit("auth.tokens.reader", "a token of its own: with this one every reader could do more than read"),
    );
  }
  return misfits;
}

function groupMisfits({ groups }: CoordinatorConfig): Misfit[] {
  return Object.entries(groups).flatMap(([group, { replication, mode, fence }]) => {
    const misfits: Misfit[] = [];
    const at = (key: string, allowed: string): void => {
      misfits.push({ path: ["groups", group, ...key.split(".")], allowed });
    };
    if (replication.mode === "quorum" && replication.writeQuorum === undefined) {
      at(
        "replication.writeQuorum",
        "a whole number of at least 1 with replication.mode quorum: how many replicas acknowledge a write",
      );
    }
    if (replication.mode !== "quorum" && replication.writeQuorum !== undefined) {
      at(
        "replication.writeQuorum",
        `nothing with replication.mode ${replication.mode}: only mode quorum counts acknowledgements`,
      );
    }
    if (mode === "active-active" && fence !== undefined) {
      at("fence", "nothing with mode active-active: no member is ever promoted there, so none is fenced");
    }
    return misfits;
  });
}

function misfit(path: string, allowed: string): Misfit {
  return { path: path.split("."), allowed };
}
