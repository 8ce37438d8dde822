import { mongo, createConnection } from 'mongoose';

/** One document as MongoDB has it, in MongoDB's own extended JSON. */
interface DumpedDocument {
  readonly collection: string;
  readonly document: unknown;
}

/** Every document of a database, collection by collection; sessions are left out. */
export async function dumpMongo(url: string): Promise<string> {
  const connection = await createConnection(url).asPromise();
  const lines: string[] = [];
  for (const { name } of await connection.listCollections()) {
    if (name === 'session' || name.startsWith('system.')) continue;
    for (const document of await connection.collection(name).find().toArray()) {
      lines.push(mongo.BSON.EJSON.stringify({ collection: name, document }, { relaxed: false }));
    }
  }
  await connection.close();
  return `${lines.toSorted().join('\n')}\n`;
}

/** Puts a dump into an empty database. */
export async function loadMongo(url: string, text: string): Promise<void> {
  const connection = await createConnection(url).asPromise();
  for (const line of text.trimEnd().split('\n')) {
    const { collection, document } = mongo.BSON.EJSON.parse(line, { relaxed: false }) as DumpedDocument;
    await connection.collection(collection).insertOne(document as Record<string, unknown>);
  }
  await connection.close();
}
