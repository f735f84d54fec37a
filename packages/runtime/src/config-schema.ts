/** Looks into a zod schema: which keys it knows at a path. For suggestions and for overrides from the environment. */
import type { z } from "zod";

/** A schema's inside, as far as it matters here; zod types it only one kind at a time. */
interface Inside {
  readonly type: string;
  readonly innerType?: z.ZodType;
  readonly in?: z.ZodType;
  readonly element?: z.ZodType;
  readonly valueType?: z.ZodType;
  readonly shape?: Readonly<Record<string, z.ZodType>>;
  readonly options?: readonly z.ZodType[];
}

/** A schema without what is wrapped around it: defaults, optionality, transforms. */
function inside(schema: z.ZodType): Inside {
  const def = schema.def as unknown as Inside;
  const wrapped = def.innerType ?? def.in;
  return wrapped === undefined ? def : inside(wrapped);
}

/** What the schema says of the key `key` of a value; undefined where it does not know it. */
export function schemaOfKey(schema: z.ZodType, key: PropertyKey): z.ZodType | undefined {
  const def = inside(schema);
  if (def.type === "record") return def.valueType;
  if (def.type === "array") return def.element;
  if (def.type === "union") return firstSet(def.options ?? [], (option) => schemaOfKey(option, key));
  return typeof key === "string" ? def.shape?.[key] : undefined;
}

/** What the schema says of a path; undefined where it does not know it. */
export function schemaAt(schema: z.ZodType, path: readonly PropertyKey[]): z.ZodType | undefined {
  let at: z.ZodType | undefined = schema;
  for (const key of path) at = at === undefined ? undefined : schemaOfKey(at, key);
  return at;
}

/** The keys that a schema names itself; none for a record, whose keys are the user's. */
export function keysOf(schema: z.ZodType): readonly string[] {
  const def = inside(schema);
  if (def.type === "union") return (def.options ?? []).flatMap((option) => keysOf(option));
  return Object.keys(def.shape ?? {});
}

/** True where the user chooses the keys. */
export function isRecord(schema: z.ZodType): boolean {
  return inside(schema).type === "record";
}

/** True where a text is expected, so that `007` is not read as a number. */
export function isText(schema: z.ZodType): boolean {
  return inside(schema).type === "string";
}

function firstSet<Item, Found>(
  items: readonly Item[],
  find: (item: Item) => Found | undefined,
): Found | undefined {
  for (const item of items) {
    const found = find(item);
    if (found !== undefined) return found;
  }
  return undefined;
}
