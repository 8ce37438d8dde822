import { findProgram } from '../apt.ts';
import { fail, notRun, pass } from '../step.ts';
import type { GateContext, Step } from '../step.ts';
import { askVersion, makeReplicaSet } from './ask-server.ts';
import { fetchSecantus, secantusName } from './secantus.ts';
import { startServer } from './start-server.ts';

interface TestServer {
  readonly url: string;
  readonly name: string;
}

const replicaSet = 'bridgeboard-test';

async function startMongod(context: GateContext, program: string): Promise<TestServer> {
  const server = await startServer({
    ...context,
    program,
    argsFor: (port, folder) => [
      '--port',
      String(port),
      '--bind_ip',
      '127.0.0.1',
      '--dbpath',
      folder,
      '--replSet',
      replicaSet,
    ],
  });
  context.cleanups.push(server.stop);
  await makeReplicaSet(server.address, replicaSet);
  return { url: `mongodb://${server.address}/?replicaSet=${replicaSet}`, name: 'mongod' };
}

async function startSecantus(context: GateContext, program: string): Promise<TestServer> {
  const server = await startServer({
    ...context,
    program,
    // Without --sync-on-commit an acknowledged write is not yet on the disk; test commands make faults on demand.
    argsFor: (port, folder) => [
      '--port',
      String(port),
      '--storage-path',
      folder,
      '--sync-on-commit',
      '--enable-test-commands',
    ],
  });
  context.cleanups.push(server.stop);
  return { url: `mongodb://${server.address}`, name: secantusName };
}

/** In this order: the one that is named, the machine's own mongod, the fetched test server, none. */
async function findServer(context: GateContext): Promise<TestServer | undefined> {
  const named = context.env['TEST_MONGO_URL'];
  // Never MONGO_URL: that names a school's own database.
  if (named) return { url: named, name: 'the server of TEST_MONGO_URL' };
  const mongod = findProgram(['mongod'], context.env);
  if (mongod) return startMongod(context, mongod);
  const secantus = await fetchSecantus(context);
  return secantus ? startSecantus(context, secantus) : undefined;
}

/** One database server for all tests of this run, handed on as TEST_MONGO_URL. */
export const mongoStep: Step = {
  name: 'mongodb',
  isStatic: false,
  async run(context) {
    delete context.env['MONGO_URL'];
    const server = await findServer(context);
    if (!server) {
      const why = 'no server found: the MongoDB cases are not run';
      return context.env['BRIDGEBOARD_REQUIRE_MONGO'] === '1' ? fail(why) : notRun(why);
    }
    const version = await askVersion(server.url);
    context.env['TEST_MONGO_URL'] = server.url;
    return pass(`${server.name}, speaks as MongoDB ${version}`);
  },
};
