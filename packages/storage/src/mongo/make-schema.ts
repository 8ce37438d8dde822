import { Schema, type IndexDefinition, type IndexOptions, type SchemaDefinition } from 'mongoose';

/** A document as the schemas below describe it; what it holds is checked by the protocol's schema on the way out. */
export type StoredDocument = Record<string, unknown> & { _id: string };

/**
 * A schema to which a field it does not know is an error, in documents and in filters: a filter that quietly lost a
 * field would match too much.
 */
export function makeSchema<T = StoredDocument>(
  fields: SchemaDefinition,
  ...indexes: [IndexDefinition, IndexOptions?][]
): Schema<T> {
  const schema = new Schema<T>(fields, {
    strict: 'throw',
    strictQuery: 'throw',
    versionKey: false,
    id: false,
    // Indexes are made and awaited at opening, before the first write could slip past a unique one.
    autoIndex: false,
    autoCreate: false,
    bufferCommands: false,
  });
  for (const [index, options] of indexes) schema.index(index, options);
  return schema;
}

/** The schema of a list's items, which are no documents of their own. */
export function makeItemSchema(fields: SchemaDefinition): Schema {
  return new Schema(fields, { _id: false, id: false, strict: 'throw' });
}
