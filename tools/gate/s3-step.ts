import { DatabaseProcess } from './mongo/start-server.ts';
import { fetchPythonTool } from './python-tool.ts';
import { fail, notRun, pass } from './step.ts';
import type { GateContext, Step } from './step.ts';

const version = '5.2.5';
const answersWithinMs = 30_000;
const askAgainMs = 200;

/** Whether anybody answers there, asked until somebody does or the time is over. */
async function answers(url: string): Promise<boolean> {
  for (const end = Date.now() + answersWithinMs; Date.now() < end;) {
    const answer = await fetch(url).catch(() => null);
    if (answer) return true;
    await new Promise((resolve) => setTimeout(resolve, askAgainMs));
  }
  return false;
}

async function startMoto(context: GateContext): Promise<string | undefined> {
  const program = await fetchPythonTool(context, {
    folder: 's3',
    requirement: `moto[s3,server]==${version}`,
    program: 'moto_server',
    what: `moto ${version} (about 300 MB)`,
  });
  if (program === undefined) return undefined;
  const argsFor = (port: number): string[] => ['--host', '127.0.0.1', '--port', String(port)];
  const server = await DatabaseProcess.start({ ...context, program, argsFor });
  context.cleanups.push(() => server.stop());
  return server.address;
}

/** One S3-compatible server for all tests of this run, handed on as TEST_S3_URL; the one that is named there, else moto. */
export const s3Step: Step = {
  name: 's3',
  isStatic: false,
  async run(context) {
    delete context.env['S3_URL'];
    if (context.env['TEST_S3_URL']) return pass('the server of TEST_S3_URL');
    const address = await startMoto(context);
    if (address === undefined) return notRun('no server found: the S3 cases are not run');
    if (!(await answers(`http://${address}`))) return fail('the S3 server does not answer');
    context.env['TEST_S3_URL'] = `http://test:test-secret@${address}`;
    return pass(`moto ${version}`);
  },
};
