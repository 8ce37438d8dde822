import { describe, expect, it } from 'vitest';
import { freshId, sampleTrust } from './samples.ts';
import { useStore, type OpenTestStore } from './use-store.ts';

/** What every list of what pupils are trusted with does. */
export function trustListContract(open: OpenTestStore): void {
  describe('trust', () => {
    const store = useStore(open);

    it('[TL3] marks come back deep-equal, the newest put in place of what was there, and of nobody null', async () => {
      const trust = sampleTrust();
      await store.storage.trust.put(sampleTrust({ id: trust.id, marks: [] }));
      await store.storage.trust.put(trust);
      expect(await store.storage.trust.of(trust.id)).toStrictEqual(trust);
      expect(await store.storage.trust.of(freshId())).toBeNull();
    });

    it('[TL3] those of a school are listed in order of id, and what was removed is in no list', async () => {
      const school = freshId();
      const all = Array.from({ length: 3 }, () => sampleTrust({ school }));
      for (const one of [...all, sampleTrust()]) await store.storage.trust.put(one);
      await store.storage.trust.remove(all[0]?.id ?? '');
      await store.storage.trust.remove(freshId());
      const left = all
        .slice(1)
        .map(({ id }) => id)
        .toSorted();
      expect((await store.storage.trust.trustOf(school)).map(({ id }) => id)).toStrictEqual(left);
    });
  });
}
