import { keptClasses } from '@bridgeboard/protocol';
import type { Storage } from '@bridgeboard/storage';

interface Parts extends Pick<Storage, 'audit' | 'directory' | 'invitations'> {
  /** Sessions, links and sign-ins that wait. */
  readonly identity: { forgetOver(now: number): Promise<void> };
  readonly now: number;
}

/** What nobody can use any more goes (SG-23): sessions and links that are over, invitations that ran out, where sign-ins came from (SG-05). */
export async function forgetOver({ audit, directory, invitations, identity, now }: Parts): Promise<void> {
  await audit.forgetNetworks(now - keptClasses.networks.days * 86_400_000);
  await identity.forgetOver(now);
  for (const { id: school } of await directory.schools()) {
    for (const { id, expiresAt } of await invitations.invitationsOf(school)) {
      if (expiresAt <= now) await invitations.take(id);
    }
  }
}
