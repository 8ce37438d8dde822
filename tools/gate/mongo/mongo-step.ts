import { fail, notRun, pass } from '../step.ts';
import type { GateContext, Step } from '../step.ts';
import { askVersion } from './ask-server.ts';
import { startOwnServer } from './own-server.ts';

/** In this order: the one that is named, the machine's own mongod, the fetched test server, none. */
async function findServer(context: GateContext): Promise<{ url: string; name: string } | undefined> {
  const named = context.env['TEST_MONGO_URL'];
  // Never MONGO_URL: that names a school's own database.
  if (named) return { url: named, name: 'the server of TEST_MONGO_URL' };
  return startOwnServer(context);
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
