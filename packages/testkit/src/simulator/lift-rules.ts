import type { GovernEvent } from '@bridgeboard/domain';

import type { ServerProcess } from './server/server-process.ts';

/** The board as such lets everybody write who is there. */
export async function liftRules(process: ServerProcess | null): Promise<void> {
  const room = await process?.open();
  if (!room) return;
  const lift = (event: GovernEvent): unknown => room.govern({ by: null, event });
  lift({ kind: 'unfreeze', whom: { all: true } });
  lift({ kind: 'stop-everything', isOn: false });
  lift({ kind: 'cursors', shown: true });
  for (const page of room.state.whole.staffPages) lift({ kind: 'staff-page', page, isOn: false });
  for (const school of room.state.schools) {
    lift({ kind: 'unfreeze', whom: { school } });
    lift({ kind: 'needs-teacher', school, needed: false });
    lift({ kind: 'set-hours', school, hours: null });
  }
  for (const [person] of room.state.members.entries()) {
    lift({ kind: 'unfreeze', whom: { person } });
    lift({ kind: 'return-member', person });
    lift({ kind: 'change-member', person, level: 'all' });
  }
}
