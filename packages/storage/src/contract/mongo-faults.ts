import { createConnection, type mongo } from 'mongoose';

/** What the server is to do to a command: a code, a cut connection, or a write that other members never confirm. */
export type Fault =
  | { readonly errorCode: number }
  | { readonly closeConnection: true }
  | { readonly writeConcernError: { readonly code: number; readonly errmsg: string } };

/** Commands that a server for tests makes fail on demand. */
export class MongoFaults {
  readonly #client: mongo.MongoClient;
  readonly #appName: string;

  /** `url`: an address from `freshMongoUrl`; only connections of that address are struck. */
  static async at(url: string): Promise<MongoFaults> {
    const appName = new URL(url).searchParams.get('appName') ?? '';
    const control = new URL(url);
    control.searchParams.delete('appName');
    const connection = await createConnection(control.href).asPromise();
    return new MongoFaults({ client: connection.getClient(), appName });
  }

  constructor({ client, appName }: { client: mongo.MongoClient; appName: string }) {
    this.#client = client;
    this.#appName = appName;
  }

  /** Strikes the next `times` commands of these names. Rejects on a server that was not started for tests. */
  async strike({ commands, times, fault }: { commands: string[]; times: number; fault: Fault }): Promise<void> {
    const data = { failCommands: commands, appName: this.#appName, ...fault };
    await this.#client.db('admin').command({ configureFailPoint: 'failCommand', mode: { times }, data });
  }

  async close(): Promise<void> {
    await this.#client.db('admin').command({ configureFailPoint: 'failCommand', mode: 'off' });
    await this.#client.close();
  }
}
