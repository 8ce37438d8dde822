import { fetchPythonTool } from '../python-tool.ts';
import type { GateContext } from '../step.ts';

const version = '0.7.0b3';

/** What it is called in the report. */
export const secantusName = `SecantusDB ${version}`;

/** Path of the test server's program, MongoDB's wire protocol over WiredTiger; undefined where it cannot be had. */
export function fetchSecantus(context: GateContext): Promise<string | undefined> {
  return fetchPythonTool(context, {
    folder: 'mongo',
    requirement: `secantusdb==${version}`,
    program: 'secantusd-py',
    what: `${secantusName} (about 145 MB)`,
  });
}
