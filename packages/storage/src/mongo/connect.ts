import { Mongoose, mongo, type Connection } from 'mongoose';
import { CannotOpenStorage } from '../ports/errors.ts';

const authenticationFailed = 18;

/** Connects to the server of a MongoDB address. Rejects with `CannotOpenStorage`; its words never hold the password. */
export async function connect(url: string): Promise<Connection> {
  // An instance of its own: settings here reach nobody else's mongoose, and nobody else's reach here.
  const mongoose = new Mongoose({ sanitizeFilter: true, strictQuery: 'throw', autoIndex: false, autoCreate: false });
  const connection = mongoose.createConnection();
  try {
    return await connection.openUri(url, {
      dbName: databaseName(url),
      serverSelectionTimeoutMS: 5000,
      // Well below that limit: a server that is back is noticed before the next question gives up.
      heartbeatFrequencyMS: 2000,
      connectTimeoutMS: 5000,
      // A server that took the question and went silent is a server that is down.
      socketTimeoutMS: 20_000,
      // Kept by the majority and on its disks, or not kept; on a stand-alone server: on its disk.
      w: 'majority',
      journal: true,
      wtimeoutMS: 10_000,
      // Another member may not know yet what was kept a moment ago.
      readPreference: 'primary',
      // Whoever asked decides whether to ask again: only it knows what came of the first time.
      retryWrites: false,
      bufferCommands: false,
    });
  } catch (error) {
    await connection.close().catch(() => undefined);
    throw inWords(error, url);
  }
}

/** The database that the address names, or `bridgeboard`. */
export function databaseName(url: string): string {
  const name = /^mongodb(?:\+srv)?:\/\/[^/]+\/([^?]+)/.exec(url)?.[1];
  return name === undefined ? 'bridgeboard' : decodeURIComponent(name);
}

function inWords(error: unknown, url: string): CannotOpenStorage {
  const hosts = hostsOf(url);
  if (hosts === '' || (error instanceof Error && error.name === 'MongoParseError')) {
    return new CannotOpenStorage('The address of MongoDB is not one that can be understood.');
  }
  if (error instanceof mongo.MongoServerError && error.code === authenticationFailed) {
    return new CannotOpenStorage(`MongoDB at ${hosts} refuses the user name or the password.`);
  }
  return new CannotOpenStorage(`MongoDB at ${hosts} does not answer.`);
}

/** From behind the last "@", for a password may hold any of the signs that end one. */
function hostsOf(url: string): string {
  const scheme = /^mongodb(?:\+srv)?:\/\//.exec(url)?.[0];
  if (scheme === undefined) return '';
  return /^[^/?]*/.exec(url.slice(Math.max(url.lastIndexOf('@') + 1, scheme.length)))?.[0] ?? '';
}
