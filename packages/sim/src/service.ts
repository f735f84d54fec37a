/** One member of a replicated service, a database say: it takes writes, follows another, dies and comes back. */
import type { Replication } from "@phidelity/core";
import { type DataLog, commonEnd, cut, emptyLog, opened } from "./data-log.ts";

/**
 * Who says who is in sync: each standby of itself, or the primary, which goes on without a replica that is lost once the
 * coordinator knows; with `alone` also without the last one.
 */
export type ListKeeping = "standbys" | "primary" | "alone";

export class Service {
  readonly node: string;
  isUp = true;
  /** Its checks fail although it runs. */
  isSick = false;
  /** It cannot be made the primary. */
  isStubborn = false;
  /** The epoch at which it was made the primary; 0 while it is none. Survives a restart, as a database's role does. */
  primaryAt = 0;
  /** Whom it copies from; undefined for nobody. */
  upstream: Service | undefined;
  log: DataLog = emptyLog;
  /** As a primary: the replicas that have everything and without which no write is acknowledged in `sync` mode. */
  readonly inSync: Set<Service> = new Set<Service>();
  /** How many writes it stays behind its upstream. */
  lag = 0;
  readonly list: ListKeeping;
  /** As a primary it has been allowed to acknowledge writes without any replica, until one is in sync again. */
  isAlone = false;

  constructor(node: string, list: ListKeeping) {
    this.node = node;
    this.list = list;
  }

  /** It takes writes from now on. */
  promote(epoch: number): void {
    this.primaryAt = epoch;
    this.upstream = undefined;
    this.inSync.clear();
    this.isAlone = false;
    this.log = opened(this.log, epoch);
  }

  /** It takes no writes any more. */
  demote(): void {
    this.primaryAt = 0;
  }

  /** It becomes a copy of another: what the two do not share is thrown away. */
  follow(upstream: Service): void {
    this.primaryAt = 0;
    this.upstream = upstream;
    this.log = cut(this.log, commonEnd(this.log, upstream.log));
  }

  /** Copies what its upstream has, up to its lag. False where the two have parted ways. */
  pull(): boolean {
    const { upstream } = this;
    if (upstream === undefined) return false;
    if (commonEnd(this.log, upstream.log) < this.log.position) return false;
    const until = Math.max(this.log.position, upstream.log.position - this.lag);
    // Lag is in writes, but a replica that has seen none of a stretch does not know the stretch either.
    this.log = cut(upstream.log, until);
    if (this.lag === 0 && upstream.primaryAt > 0) upstream.inSync.add(this);
    return true;
  }

  /** Whatever ailed it is over. */
  mend(): void {
    this.isUp = true;
    this.isSick = false;
    this.isStubborn = false;
    this.lag = 0;
  }

  /**
   * What its status hook prints.
   *
   * @param mayCount whom the coordinator may take for in sync, as far as that is known
   * @param isFed whether a replica copies from here now
   */
  status(
    mayCount: readonly string[] | undefined,
    isFed: (replica: Service) => boolean,
  ): Omit<Replication, "run"> {
    const position = String(this.log.position);
    const isPrimary = this.primaryAt > 0;
    if (this.list === "standbys" && isPrimary) return { role: "primary", position };
    if (this.list === "standbys")
      return { role: "replica", position, inSync: this.upstream?.inSync.has(this) ?? false };
    if (!isPrimary) return { role: "replica", position };
    for (const replica of [...this.inSync].filter((one) => !isFed(one))) {
      if (mayCount?.includes(replica.node) === false) this.inSync.delete(replica);
    }
    this.isAlone = this.list === "alone" && mayCount !== undefined && this.inSync.size === 0;
    const inSyncStandbys = [...this.inSync].filter(isFed).map(({ node }) => node);
    return { role: "primary", position, inSyncStandbys };
  }
}
