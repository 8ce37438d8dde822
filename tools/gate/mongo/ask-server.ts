import mongoose from 'mongoose';

const answerWithinMs = 15_000;

/** Waits for the server to answer and returns the MongoDB version it says it is; throws when it does not answer. */
export async function askVersion(url: string): Promise<string> {
  const client = new mongoose.mongo.MongoClient(url, { serverSelectionTimeoutMS: answerWithinMs });
  try {
    const info = await client.db('admin').command({ buildInfo: 1 });
    return String(info['version']);
  } finally {
    await client.close();
  }
}

/** Makes a lone mongod the first and only member of a replica set, and waits until it is primary. */
export async function makeReplicaSet(address: string, name: string): Promise<void> {
  const direct = new mongoose.mongo.MongoClient(`mongodb://${address}/?directConnection=true`, {
    serverSelectionTimeoutMS: answerWithinMs,
  });
  try {
    await direct.db('admin').command({ replSetInitiate: { _id: name, members: [{ _id: 0, host: address }] } });
  } finally {
    await direct.close();
  }
  await askVersion(`mongodb://${address}/?replicaSet=${name}`);
}
