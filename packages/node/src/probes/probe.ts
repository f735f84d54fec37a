/** What every probe gives: how a check ended, and why, in words. */
export interface ProbeResult {
  readonly ok: boolean;
  /** At most 200 characters. */
  readonly detail: string;
}

const DETAIL_LENGTH_MAX = 200;

export function passed(detail: string): ProbeResult {
  return { ok: true, detail: shortened(detail) };
}

export function failed(detail: string): ProbeResult {
  return { ok: false, detail: shortened(detail) };
}

function shortened(detail: string): string {
  return detail.length > DETAIL_LENGTH_MAX ? `${detail.slice(0, DETAIL_LENGTH_MAX - 1)}…` : detail;
}
