/** What a frame may hold at most. A peer that sends more is broken or hostile; the core never sees it. */

/** The largest frame in bytes; the sockets refuse larger ones before they are read. */
export const FRAME_BYTES_MAX = 262_144;

/** The longest list in one message, in entries; the frame's size bounds the lists of real messages sooner. */
export const LIST_LENGTH_MAX = 10_000;

/** The longest duration in ms: ten years of 366 days. */
export const DURATION_MS_MAX = 316_224_000_000;

/** The last point in time in ms that a JavaScript `Date` can hold. */
export const TIME_MS_MAX = 8_640_000_000_000_000;

/** The most of what is a count in 32 bits: checks, priorities, protocol numbers. */
export const COUNT_MAX = 4_294_967_295;

/** Lengths of strings, in UTF-16 code units. */
export const LENGTH_MAX = {
  /** Names of clusters, coordinators and zones, versions of software, types of events. */
  label: 63,
  /** `host:port`, or a URL. */
  address: 255,
  /** The first failing check in words. */
  why: 200,
  /** A reason or a step in words. */
  text: 2_000,
  /** What a hook printed, and a fact of an event. */
  output: 8_192,
} as const;
