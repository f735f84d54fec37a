/** Peers that know the sender's grid: when is the next heartbeat expected (EA), and by how much may it be late? */
import { type Peer, linePeer } from "./peer.ts";
import { Window } from "./window.ts";

const WINDOW = 1_000;

/**
 * NFD-E (Chen, Toueg, Aguilera, "On the Quality of Service of Failure Detectors", IEEE ToC 2002, section 6): EA is the mean
 * offset of the last n arrivals on the next slot; a constant margin alpha. Optimal where delays are i.i.d.
 */
export const chen: Peer = linePeer("Chen NFD-E", "alpha", () => {
  const offsets = new Window(WINDOW);
  return (slot, arrival) => {
    offsets.add(arrival - slot);
    return { base: slot + 1 + offsets.mean, scale: 1 };
  };
});

/** 2W-FD (Tomsic et al., 2015): EA is the later of a window of 1 and one of 1,000; a constant margin. */
export const twoWindows: Peer = linePeer("2W-FD", "margin", () => {
  const offsets = new Window(WINDOW);
  return (slot, arrival) => {
    offsets.add(arrival - slot);
    return { base: slot + 1 + Math.max(offsets.mean, arrival - slot), scale: 1 };
  };
});

/**
 * Bertier, Marin, Sens (DSN 2002): Chen's EA, and Jacobson's margin beta · delay + phi · var with gamma 0.1 and beta 1. Its
 * phi of 4 is turned.
 */
export const bertier: Peer = linePeer("Bertier", "phi", () => {
  const gamma = 0.1;
  const offsets = new Window(WINDOW);
  let [delay, variation] = [0, 0];
  return (slot, arrival) => {
    const expected = slot + (offsets.size > 0 ? offsets.mean : arrival - slot);
    const error = arrival - expected - delay;
    delay += gamma * error;
    variation += gamma * (Math.abs(error) - variation);
    offsets.add(arrival - slot);
    return { base: slot + 1 + offsets.mean + delay, scale: variation };
  };
});
