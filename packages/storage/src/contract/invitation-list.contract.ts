import { describe, expect, it } from 'vitest';
import { freshId, sampleInvitation } from './samples.ts';
import { useStore, type OpenTestStore } from './use-store.ts';

/** What every list of invitations does. */
export function invitationListContract(open: OpenTestStore): void {
  describe('invitations', () => {
    const store = useStore(open);

    it('[PP9] an invitation comes back deep-equal, and an unknown one is null', async () => {
      const invitation = sampleInvitation();
      await store.storage.invitations.put(invitation);
      expect(await store.storage.invitations.invitation(invitation.id)).toStrictEqual(invitation);
      expect(await store.storage.invitations.invitation(freshId())).toBeNull();
    });

    it('[PP9] invitations of a school are listed in order of id, without those of others', async () => {
      const school = freshId();
      const invitations = Array.from({ length: 3 }, () => sampleInvitation({ school }));
      for (const one of [...invitations, sampleInvitation()]) await store.storage.invitations.put(one);
      expect((await store.storage.invitations.invitationsOf(school)).map(({ id }) => id)).toStrictEqual(
        invitations.map(({ id }) => id).toSorted(),
      );
    });

    it('[PP9] of five who take the same invitation at once one gets it, and it is gone', async () => {
      const invitation = sampleInvitation();
      await store.storage.invitations.put(invitation);
      const takes = Array.from({ length: 5 }, () => store.storage.invitations.take(invitation.id));
      expect((await Promise.all(takes)).filter(Boolean)).toHaveLength(1);
      expect(await store.storage.invitations.invitation(invitation.id)).toBeNull();
      expect(await store.storage.invitations.invitationsOf(invitation.school)).toStrictEqual([]);
    });
  });
}
