import { findProgram } from '../apt.ts';
import type { GateContext } from '../step.ts';
import { makeReplicaSet } from './ask-server.ts';
import { fetchSecantus, secantusName } from './secantus.ts';
import { DatabaseProcess } from './start-server.ts';

/** A MongoDB server that this run has started and may end. */
export interface OwnServer {
  readonly url: string;
  readonly name: string;
  readonly process: DatabaseProcess;
}

const replicaSet = 'bridgeboard-test';

/** The machine's own mongod, else the fetched test server; undefined where there is neither. It is stopped with the run. */
export async function startOwnServer(context: GateContext): Promise<OwnServer | undefined> {
  const mongod = findProgram(['mongod'], context.env);
  if (mongod) return startMongod(context, mongod);
  const secantus = await fetchSecantus(context);
  return secantus ? startSecantus(context, secantus) : undefined;
}

async function startMongod(context: GateContext, program: string): Promise<OwnServer> {
  const argsFor = (port: number, folder: string): string[] => {
    const at = ['--port', String(port), '--bind_ip', '127.0.0.1'];
    return [...at, '--dbpath', folder, '--replSet', replicaSet];
  };
  const process = await DatabaseProcess.start({ ...context, program, argsFor });
  context.cleanups.push(() => process.stop());
  await makeReplicaSet(process.address, replicaSet);
  return { url: `mongodb://${process.address}/?replicaSet=${replicaSet}`, name: 'mongod', process };
}

async function startSecantus(context: GateContext, program: string): Promise<OwnServer> {
  // Without --sync-on-commit an acknowledged write is not yet on the disk; test commands make faults on demand.
  const argsFor = (port: number, folder: string): string[] => {
    const at = ['--port', String(port), '--storage-path', folder];
    return [...at, '--sync-on-commit', '--enable-test-commands'];
  };
  const process = await DatabaseProcess.start({ ...context, program, argsFor });
  context.cleanups.push(() => process.stop());
  return { url: `mongodb://${process.address}`, name: secantusName, process };
}
