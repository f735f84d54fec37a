/** Runs a node's hooks and checks against its services, with everything that may go wrong. */
import type { AgentEffect, AgentEvent, HookEnd } from "@phidelity/core";
import type { Service } from "./service.ts";
import type { World } from "./world.ts";

type RunHook = Extract<AgentEffect, { readonly type: "runHook" }>;
type RunCheck = Extract<AgentEffect, { readonly type: "runCheck" }>;

interface Running {
  readonly effect: RunHook;
  readonly startedAt: number;
}

/** How long the killed processes of a hook take to be gone. */
const KILL_MS = 20;

export class HookRunner {
  readonly #world: World;
  readonly #node: string;
  readonly #tell: (event: AgentEvent) => void;
  readonly #reach: (run: () => void) => void;
  readonly #running = new Map<number, Running>();

  /**
   * @param tell hands the machine an event
   * @param reach runs something as soon as the host is not frozen
   */
  constructor(
    world: World,
    node: string,
    tell: (event: AgentEvent) => void,
    reach: (run: () => void) => void,
  ) {
    this.#world = world;
    this.#node = node;
    this.#tell = tell;
    this.#reach = reach;
  }

  run(effect: RunHook): void {
    const world = this.#world;
    this.#running.set(effect.run, { effect, startedAt: world.now });
    if (effect.hook === "demote" && !world.rules.runsDemote) return this.#end(effect.run, true, false, false);
    const drawn = world.drawHook(effect.timeoutMs);
    world.queue.plan(world.now + drawn.lengthMs, () =>
      this.#reach(() => this.#end(effect.run, drawn.ok, drawn.timedOut, drawn.takesEffect)),
    );
  }

  /** Kills a hook; what it was about to do may have been done. */
  stop(run: number): void {
    const world = this.#world;
    const lengthMs = world.dice.between(0, KILL_MS);
    const takesEffect = world.dice.chance(0.5);
    world.queue.plan(world.now + lengthMs, () =>
      this.#reach(() => this.#end(run, false, false, takesEffect)),
    );
  }

  check(effect: RunCheck): void {
    const world = this.#world;
    const hangs = world.dice.chance(world.troubles.hookHangs / 10);
    const lengthMs = hangs ? effect.timeoutMs : world.dice.between(0.5, 5);
    const { group, check, run } = effect;
    world.queue.plan(world.now + lengthMs, () =>
      this.#reach(() => {
        const service = world.dataOf(group).of(this.#node);
        const ok = !hangs && service.isUp && !service.isSick;
        this.#tell({ type: "checkEnded", group, check, run, ok, detail: ok ? "ok" : "refused" });
      }),
    );
  }

  /** The daemon died: its hooks with it, each perhaps after its deed. */
  end(): void {
    for (const { effect } of this.#running.values()) if (this.#world.dice.chance(0.5)) this.#do(effect);
    this.#running.clear();
  }

  #end(run: number, ok: boolean, timedOut: boolean, takesEffect: boolean): void {
    const running = this.#running.get(run);
    if (running === undefined) return;
    this.#running.delete(run);
    const { effect, startedAt } = running;
    const world = this.#world;
    const service = world.dataOf(effect.group).of(this.#node);
    const worked = takesEffect && this.#do(effect);
    const isFaked = effect.hook === "demote" && !world.rules.runsDemote;
    const succeeded = ok && (worked || isFaked);
    const end: HookEnd = {
      ok: succeeded,
      timedOut,
      exitCode: succeeded ? 0 : 1,
      durationMs: Math.round(world.now - startedAt),
      output: "",
      ...(succeeded && effect.hook === "status" ? { replication: this.#statusOf(service, effect) } : {}),
    };
    if (effect.hook !== "status")
      world.trace.say(
        world.now,
        this.#node,
        `${effect.hook} of ${effect.group} ended: ${succeeded ? "well" : "badly"}`,
      );
    this.#tell({ type: "hookEnded", group: effect.group, hook: effect.hook, run, end });
  }

  #statusOf(service: Service, { facts }: RunHook): ReturnType<Service["status"]> {
    const world = this.#world;
    return service.status(
      world.rules.asksBeforeLettingGo ? facts.inSync : [],
      (replica) => replica.isUp && replica.upstream === service && world.flows(replica.node, service.node),
    );
  }

  /** The deed itself; false where it cannot be done now. */
  #do(effect: RunHook): boolean {
    const world = this.#world;
    const data = world.dataOf(effect.group);
    const service = data.of(this.#node);
    const { facts } = effect;
    switch (effect.hook) {
      case "promote":
        if (!service.isUp || service.isStubborn) return false;
        service.promote(facts.epoch);
        return true;
      case "demote":
        service.demote();
        return true;
      case "follow": {
        const upstream = data.services.get(facts.activeNode);
        if (upstream === undefined || upstream === service) return false;
        if (!service.isUp || !upstream.isUp || !world.flows(upstream.node, this.#node)) return false;
        service.follow(upstream);
        return true;
      }
      case "status":
        return service.isUp;
    }
  }
}
