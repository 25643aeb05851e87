/** A body of the right form, made from its JSON Schema: enough for a request to reach what comes after the form. */

interface Schema {
  type?: string | string[];
  format?: string;
  pattern?: string;
  enum?: unknown[];
  const?: unknown;
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  minItems?: number;
  minLength?: number;
  minimum?: number;
  $ref?: string;
}

/** What strings of a field are, where any will not do: `for` names a delegation, say. */
export type Given = Record<string, unknown>;

export function exampleOf(schema: Schema, given: Given, name = ""): unknown {
  if (name in given) return given[name];
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  const choice = schema.anyOf ?? schema.oneOf;
  if (choice) return exampleOf(choice[0]!, given, name);
  if (schema.allOf) return Object.assign({}, ...schema.allOf.map((part) => exampleOf(part, given, name)));
  const type = Array.isArray(schema.type) ? schema.type[0] : schema.type;
  switch (type) {
    case "object":
      return Object.fromEntries(
        (schema.required ?? []).map((key) => [key, exampleOf(schema.properties?.[key] ?? {}, given, key)]),
      );
    case "array":
      return Array.from({ length: schema.minItems ?? 0 }, () => exampleOf(schema.items ?? {}, given));
    case "integer":
    case "number":
      return Math.max(1, schema.minimum ?? 1);
    case "boolean":
      return false;
    case "null":
      return null;
    default:
      return stringOf(schema, name);
  }
}

/** What ends comes after what begins. */
const ENDS = new Set(["to", "end", "until"]);

function stringOf({ format, pattern, minLength = 1 }: Schema, name: string): string {
  const hour = ENDS.has(name) ? 13 : 12;
  if (format === "uuid") return crypto.randomUUID();
  if (format === "date-time") return `2026-03-02T${hour}:00:00Z`;
  if (format === "date") return "2026-03-02";
  if (format === "uri") return "https://meet.example/room";
  if (pattern?.includes("64")) return "a".repeat(64);
  if (pattern?.includes("\\d{6}")) return "000000";
  return "en".padEnd(minLength, "n");
}
