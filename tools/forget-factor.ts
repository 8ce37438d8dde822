import { AuditKeeper } from '../apps/server/src/audit-keeper.ts';
import { createBetterAuthIdentity } from '../apps/server/src/accounts/better-auth/better-auth-identity.ts';
import { BackupFailure } from '../apps/server/src/backup/backup-failure.ts';
import { readConfig } from '../apps/server/src/config.ts';
import { openStore, type StorePlace } from '../apps/server/src/open-store.ts';
import { SoleServer } from '../apps/server/src/sole-server.ts';
import { systemClock, systemRandom } from '../apps/server/src/time-and-chance.ts';
import { runCommand, WrongUsage } from './stores/run-command.ts';

const usage = `Usage: pnpm forget-factor ADDRESS   takes the second factor of a member of staff away who has lost it, and ends their sessions
  An administrator does it for a colleague on the page of the school; this is for the last one.
  (DATA_DIR and MONGO_URL say which store, as for the server, which must be stopped)`;

/** `pnpm forget-factor`: for whoever nobody at their school can let in again. */
await runCommand(usage, async (args) => {
  const [address, ...others] = args;
  if (address === undefined || others.length > 0) throw new WrongUsage();
  await forgetFactor(readConfig(), address);
  console.log('The second factor is gone: the password alone opens the account until another one is set up.');
});

async function forgetFactor(place: StorePlace, address: string): Promise<void> {
  await using stack = new AsyncDisposableStack();
  const storage = stack.adopt(await openStore(place), (opened) => opened.close());
  // A server that runs would go on with the sessions that end here.
  if (storage.lease)
    stack.adopt(await SoleServer.of(storage.lease, { random: systemRandom }), (held) => held.release());
  const random = systemRandom;
  const parts = { database: storage.identityDatabase, secret: 'signs nobody in', isHttps: false, random };
  const identity = createBetterAuthIdentity(parts);
  const person = await identity.ownerOf(address);
  const member = person === null ? null : await storage.directory.staff(person);
  if (member === null) throw new BackupFailure('No member of staff has that address.');
  await identity.secondFactor.forget(member.id);
  const sessions = await identity.sessionsOf(member.id);
  await identity.endSessions(member.id, new Set(sessions.map(({ id }) => id)));
  const keeper = new AuditKeeper({ log: storage.audit, clock: systemClock, random });
  const subjects = [{ kind: 'person' as const, id: member.id }];
  await keeper.keep({ act: 'factor.forget', by: null, schools: [member.school], subjects });
}
