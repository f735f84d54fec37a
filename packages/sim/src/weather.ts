/** How the network is. Lengths in ms, the rest are probabilities for each message. */
export interface Weather {
  readonly delayMs: number;
  readonly jitterMs: number;
  readonly spike: number;
  readonly spikeMs: number;
  readonly loss: number;
  readonly stall: number;
  /** Lost packets that TCP sends again. */
  readonly resent: number;
  readonly duplicate: number;
  readonly reorder: number;
}

export const calmWeather: Weather = {
  delayMs: 1,
  jitterMs: 1,
  spike: 0,
  spikeMs: 0,
  loss: 0,
  stall: 0,
  resent: 0,
  duplicate: 0,
  reorder: 0,
};
