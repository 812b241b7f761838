/** The part of JSON Schema that our own schema uses. */
export interface Schema {
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Schema>>;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly type?: string | readonly string[];
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: boolean | Schema;
  readonly items?: Schema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minimum?: number;
  readonly maximum?: number;
}

/** Where a check stands. */
interface Place {
  readonly schema: Schema;
  readonly root: Schema;
  readonly path: string;
}

/** Everything in which a value departs from a schema; empty where it fits. */
export function departures(value: unknown, root: Schema): readonly string[] {
  return check(value, { schema: root, root, path: "$" });
}

function check(value: unknown, { schema, root, path }: Place): readonly string[] {
  if (schema.$ref !== undefined) {
    const name = schema.$ref.replace("#/$defs/", "");
    return check(value, { schema: root.$defs?.[name] ?? { const: `no ${name}` }, root, path });
  }
  return [
    ...("const" in schema && value !== schema.const ? [`${path} is not ${String(schema.const)}`] : []),
    ...(schema.enum !== undefined && !schema.enum.includes(value) ? [`${path} is not one of its values`] : []),
    ...(schema.type !== undefined && ![schema.type].flat().some((type) => isType(value, type))
      ? [`${path} has a wrong type`]
      : []),
    ...(typeof value === "number" && value < (schema.minimum ?? value) ? [`${path} is too small`] : []),
    ...(typeof value === "number" && value > (schema.maximum ?? value) ? [`${path} is too big`] : []),
    ...(Array.isArray(value) ? listDepartures(value, { schema, root, path }) : []),
    ...(isType(value, "object") ? memberDepartures(value as Record<string, unknown>, { schema, root, path }) : []),
  ];
}

function isType(value: unknown, type: string): boolean {
  if (type === "null") return value === null;
  if (type === "array") return Array.isArray(value);
  if (type === "integer") return Number.isInteger(value);
  if (type === "object") return typeof value === "object" && value !== null && !Array.isArray(value);
  return typeof value === type;
}

function listDepartures(value: readonly unknown[], { schema, root, path }: Place): readonly string[] {
  const { items, minItems = 0, maxItems = Number.POSITIVE_INFINITY } = schema;
  const size = value.length < minItems || value.length > maxItems ? [`${path} has ${value.length} items`] : [];
  if (items === undefined) return size;
  return [...size, ...value.flatMap((item, index) => check(item, { schema: items, root, path: `${path}[${index}]` }))];
}

function memberDepartures(value: Record<string, unknown>, { schema, root, path }: Place): readonly string[] {
  const missing = (schema.required ?? [])
    .filter((name) => !(name in value))
    .map((name) => `${path}.${name} is missing`);
  const others = Object.entries(value).flatMap(([name, member]) => {
    const own = schema.properties?.[name] ?? schema.additionalProperties ?? true;
    if (own === false) return [`${path}.${name} is not described`];
    return own === true ? [] : check(member, { schema: own, root, path: `${path}.${name}` });
  });
  return [...missing, ...others];
}
