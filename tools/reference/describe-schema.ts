import * as z from 'zod';

interface JsonSchema {
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: JsonSchema | boolean;
  readonly items?: JsonSchema;
  readonly prefixItems?: readonly JsonSchema[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly $ref?: string;
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
}

/** A message's shape as a stranger reads it: the schema that both ends check, in the notation of TypeScript. */
export function describeSchema(schema: z.core.$ZodType): string {
  return describe(z.toJSONSchema(schema, { unrepresentable: 'any' }) as JsonSchema, '');
}

function describe(schema: JsonSchema, indent: string): string {
  if (schema.$ref) return 'JSON';
  const choice = describeChoice(schema, indent);
  if (choice !== null) return choice;
  if (schema.type === 'object') return describeObject(schema, indent);
  if (schema.prefixItems) return describeTuple(schema, indent);
  if (schema.type === 'array') return `(${describe(schema.items ?? {}, indent)})[]${bounds(schema)}`;
  return schema.type === undefined ? 'JSON' : `${String(schema.type)}${bounds(schema)}`;
}

function describeChoice(schema: JsonSchema, indent: string): string | null {
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  const { enum: names } = schema;
  if (names) return names.length > 12 ? 'string' : names.map((value) => JSON.stringify(value)).join(' | ');
  const either = schema.anyOf ?? schema.oneOf;
  return either ? [...new Set(either.map((one) => describe(one, indent)))].join(' | ') : null;
}

/** `[integer, string]`; with `...` before what follows any number of times. */
function describeTuple({ prefixItems = [], items }: JsonSchema, indent: string): string {
  const parts = prefixItems.map((one) => describe(one, indent));
  if (items) parts.push(`...(${describe(items, indent)})[]`);
  return `[${parts.join(', ')}]`;
}

function describeObject(schema: JsonSchema, indent: string): string {
  const { properties, required = [], additionalProperties } = schema;
  if (!properties) {
    const values = typeof additionalProperties === 'object' ? describe(additionalProperties, indent) : 'JSON';
    return `{ [name]: ${values} }`;
  }
  const inner = `${indent}  `;
  const lines = Object.entries(properties).map(([name, value]) => {
    const mark = required.includes(name) ? '' : '?';
    return `${inner}${name}${mark}: ${describe(value, inner)}`;
  });
  return lines.length === 0 ? '{}' : `{\n${lines.join('\n')}\n${indent}}`;
}

function bounds(schema: JsonSchema): string {
  const { pattern, minimum, maximum, minLength, maxLength, minItems, maxItems } = schema;
  const huge = Number.MAX_SAFE_INTEGER;
  const parts = [
    pattern === undefined ? '' : `/${pattern}/`,
    range(minimum === -huge ? undefined : minimum, maximum === huge ? undefined : maximum, ''),
    range(minLength, maxLength, ' characters'),
    range(minItems, maxItems, ' items'),
  ].filter((part) => part !== '');
  return parts.length === 0 ? '' : ` (${parts.join(', ')})`;
}

function range(from: number | undefined, to: number | undefined, of: string): string {
  if (from === undefined && to === undefined) return '';
  if (from === to) return `${from}${of}`;
  return `${from ?? ''}…${to ?? ''}${of}`;
}
