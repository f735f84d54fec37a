/** What `coordinator.yaml` may say, key by key. What keys may say together is in `config-checks.ts`. */
import { NAME_PATTERN } from "@phidelity/core";
import { bytes, duration, secret } from "@phidelity/runtime";
import { z } from "zod";

const NAME_WORDS = "a name of 1 to 63 letters, digits, `.`, `_` and `-`, the first a letter or digit";
const PORT_WORDS = "a whole number from 0 to 65535 (0 for any free port)";
const URL_WORDS = "a URL with ws:// or wss://, such as ws://10.0.0.11:7400";
const COMMAND_WORDS = "a command as a list of texts, such as [/etc/phi/fence.sh]";
const THRESHOLD_WORDS = "a number above 0";
const MEMBERS_WORDS = "a whole number of at least 1";

const name = z.string({ error: NAME_WORDS }).regex(NAME_PATTERN, { error: NAME_WORDS });
const threshold = z.number({ error: THRESHOLD_WORDS }).positive({ error: THRESHOLD_WORDS });
const counted = z
  .number({ error: MEMBERS_WORDS })
  .int({ error: MEMBERS_WORDS })
  .min(1, { error: MEMBERS_WORDS });
const path = z.string({ error: "a path" }).min(1, { error: "a path" });

/** A key that is designed but not built: it is refused with a sentence, instead of as unknown. */
function notBuiltYet(sentence: string): z.ZodOptional<z.ZodUndefined> {
  return z.undefined({ error: sentence }).optional();
}

/** One group, as the file has it. Times in ms, sizes in bytes. */
export interface GroupFile {
  readonly mode: "active-passive" | "active-active";
  readonly capacity: { readonly required: number; readonly unit: string; readonly spare: number };
  readonly replication: {
    readonly mode: "sync" | "async" | "quorum";
    readonly maxLag: number;
    readonly writeQuorum?: number | undefined;
  };
  readonly failover: { readonly automatic: boolean; readonly cooldown: number; readonly failback: boolean };
  readonly onCoordinatorLoss: "fence" | "failsafe";
  readonly fence?: { readonly command: readonly string[]; readonly timeout: number } | undefined;
}

/** The whole file, with every default that does not depend on the profile. Times in ms, sizes in bytes. */
export interface CoordinatorFile {
  readonly cluster: string;
  readonly id: string;
  readonly listen: { readonly host: string; readonly port: number };
  readonly advertise?: string | undefined;
  readonly store: { readonly embedded: { readonly path: string } };
  readonly profile: "fast" | "lan" | "wan";
  readonly heartbeat: { readonly interval?: number | undefined };
  readonly detector: {
    readonly law: "learned" | "normal" | "exponential";
    readonly suspect?: number | undefined;
    readonly down?: number | undefined;
    readonly alone?: number | undefined;
    readonly missed?: number | undefined;
    readonly cap?: number | undefined;
  };
  readonly lease: { readonly duration?: number | undefined; readonly drift: number };
  readonly auth: {
    readonly tokens?:
      | { readonly node: string; readonly operator: string; readonly reader?: string | undefined }
      | undefined;
  };
  readonly tls?:
    | { readonly cert: string; readonly key: string; readonly ca?: string | undefined }
    | undefined;
  readonly retention: { readonly events: number };
  readonly groups: Readonly<Record<string, GroupFile>>;
}

const group = z.strictObject({
  mode: z.enum(["active-passive", "active-active"]).default("active-passive"),
  capacity: z
    .strictObject({
      required: z.number({ error: THRESHOLD_WORDS }).positive({ error: THRESHOLD_WORDS }).default(1),
      unit: z.string().max(63).default(""),
      spare: z
        .number({ error: "a whole number of at least 0" })
        .int({ error: "a whole number of at least 0" })
        .min(0, { error: "a whole number of at least 0" })
        .default(1),
    })
    .prefault({}),
  replication: z
    .strictObject({
      mode: z.enum(["sync", "async", "quorum"]).default("async"),
      maxLag: bytes.default(16 * 2 ** 20),
      writeQuorum: counted.optional(),
    })
    .prefault({}),
  failover: z
    .strictObject({
      automatic: z.boolean().default(true),
      cooldown: duration.default(30_000),
      failback: z.boolean().default(false),
    })
    .prefault({}),
  onCoordinatorLoss: z.enum(["fence", "failsafe"], { error: "fence | failsafe" }).default("fence"),
  fence: z
    .strictObject({
      command: z
        .array(z.string({ error: COMMAND_WORDS }).min(1, { error: COMMAND_WORDS }), { error: COMMAND_WORDS })
        .min(1, { error: COMMAND_WORDS }),
      timeout: duration.default(10_000),
    })
    .optional(),
});

/** What the file may say. */
export const coordinatorSchema: z.ZodType<CoordinatorFile> = z.strictObject({
  cluster: name,
  id: name,
  listen: z
    .strictObject({
      host: z
        .string({ error: "an address to listen on" })
        .min(1, { error: "an address to listen on" })
        .default("127.0.0.1"),
      port: z
        .number({ error: PORT_WORDS })
        .int({ error: PORT_WORDS })
        .min(0, { error: PORT_WORDS })
        .max(65_535, { error: PORT_WORDS })
        .default(7400),
    })
    .prefault({}),
  advertise: z
    .string({ error: URL_WORDS })
    .regex(/^wss?:\/\/[^\s/]+\/?$/, { error: URL_WORDS })
    .optional(),
  store: z
    .strictObject({
      embedded: z.strictObject({ path: path.default("/var/lib/phi/coordinator.db") }).prefault({}),
      etcd: notBuiltYet("nothing: the etcd store is not built yet; use store.embedded, with one coordinator"),
    })
    .prefault({}),
  profile: z.enum(["fast", "lan", "wan"]).default("lan"),
  heartbeat: z.strictObject({ interval: duration.optional() }).prefault({}),
  detector: z
    .strictObject({
      law: z.enum(["learned", "normal", "exponential"]).default("learned"),
      suspect: threshold.optional(),
      down: threshold.optional(),
      alone: threshold.optional(),
      missed: counted.optional(),
      cap: duration.optional(),
    })
    .prefault({}),
  lease: z
    .strictObject({
      duration: duration.optional(),
      drift: z
        .number({ error: "a share from 0.0001 to 0.2" })
        .min(0.0001, { error: "a share from 0.0001 to 0.2" })
        .max(0.2, { error: "a share from 0.0001 to 0.2" })
        .default(0.01),
    })
    .prefault({}),
  auth: z
    .strictObject({
      tokens: z.strictObject({ node: secret, operator: secret, reader: secret.optional() }).optional(),
    })
    .prefault({}),
  tls: z.strictObject({ cert: path, key: path, ca: path.optional() }).optional(),
  retention: z.strictObject({ events: duration.default(90 * 86_400_000) }).prefault({}),
  groups: z.record(z.string().regex(NAME_PATTERN), group).default({}),
});
