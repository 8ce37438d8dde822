import type { ConcernDraft, ConcernEvent } from '@bridgeboard/protocol';
import { describe, expect, it } from 'vitest';
import { sampleConcern, sealSampleConcern } from './concern-samples.ts';
import { freshId } from './samples.ts';
import { useStore, type OpenTestStore } from './use-store.ts';

/** What every log of reports must do. It is one for the whole store: tests keep apart by reports and schools. */
export function concernLogContract(open: OpenTestStore): void {
  describe('the log of reports', () => {
    const store = useStore(open);
    const keep = (...drafts: ConcernDraft[]) => store.storage.concerns.append(drafts, sealSampleConcern);
    const next = (of: ConcernDraft, event: ConcernEvent, content: string | null = null): ConcernDraft => ({
      ...of,
      event,
      content,
    });

    it('[SGD2] numbers lines from 1 without holes, each upon the one before it, and notes the newest', async () => {
      const before = await store.storage.concerns.head();
      const report = sampleConcern();
      await keep(report, next(report, { kind: 'seen' }), sampleConcern());
      const lines = await store.storage.concerns.read(before.number + 1, 9);
      expect(lines.map(({ line }) => line.number)).toStrictEqual([1, 2, 3].map((n) => before.number + n));
      const last = lines.at(-1)?.line;
      expect(await store.storage.concerns.head()).toStrictEqual({ number: last?.number, hash: last?.hash });
    });

    it('[SGD2] lines come back to the letter, of a report and for a school', async () => {
      const report = sampleConcern({ schools: [freshId(), freshId()] });
      const later = next(report, { kind: 'closed', outcome: 'talked' }, 'words');
      await keep(report, { ...later, by: null });
      const lines = await store.storage.concerns.linesOf(report.concern);
      expect(lines.map(({ line, content }) => ({ event: line.event, by: line.by, content }))).toStrictEqual([
        { event: report.event, by: report.by, content: 'sealed' },
        { event: later.event, by: null, content: 'words' },
      ]);
      for (const school of report.schools) {
        expect(await store.storage.concerns.linesFor(school)).toStrictEqual(lines.map(({ line }) => line));
      }
      expect(await store.storage.concerns.linesFor(freshId())).toStrictEqual([]);
      expect(await store.storage.concerns.linesOf(freshId())).toStrictEqual([]);
    });

    it('[SGD1] a report that is sent again, also at the same moment, is one; what follows it is kept each time', async () => {
      const report = sampleConcern();
      await Promise.all([keep(report), keep({ ...report, content: 'other' }), keep(report)]);
      await keep(report, next(report, { kind: 'again' }));
      await keep(next(report, { kind: 'again' }));
      const kinds = (await store.storage.concerns.linesOf(report.concern)).map(({ line }) => line.event.kind);
      expect(kinds).toStrictEqual(['reported', 'again', 'again']);
    });

    it('[SGD2] reports that come in at once are all kept, in one chain', async () => {
      const school = freshId();
      await Promise.all(Array.from({ length: 12 }, () => keep(sampleConcern({ schools: [school] }))));
      const numbers = (await store.storage.concerns.linesFor(school)).map(({ number }) => number);
      expect(new Set(numbers).size).toBe(12);
      expect(Math.max(...numbers) - Math.min(...numbers)).toBe(11);
    });

    it('[SGD2] a line that does not follow, or holds what it must not, is refused', async () => {
      const before = await store.storage.concerns.head();
      const jump = () => sealSampleConcern({ number: before.number + 5, hash: '' }, sampleConcern());
      await expect(store.storage.concerns.append([sampleConcern()], jump)).rejects.toBeInstanceOf(RangeError);
      const named = { ...sampleConcern(), name: 'Amina' };
      await expect(keep(named)).rejects.toBeInstanceOf(RangeError);
      expect(await store.storage.concerns.head()).toStrictEqual(before);
    });

    it('[SG-15] what became of a picture is found by the picture', async () => {
      const [asset, report] = [freshId().padEnd(10, 'x'), sampleConcern()];
      const changes = (['sealed', 'freed'] as const).map((to) => next(report, { kind: 'picture', asset, to }));
      await keep(report, ...changes);
      const lines = await store.storage.concerns.linesAbout(asset);
      expect(lines.map(({ event }) => event)).toStrictEqual(changes.map(({ event }) => event));
      expect(await store.storage.concerns.linesAbout(freshId())).toStrictEqual([]);
    });

    it('[SG-24] what was sealed with a report can be let go, and its lines and hashes stay', async () => {
      const [report, other] = [sampleConcern(), sampleConcern()];
      await keep(report, next(report, { kind: 'noted' }, 'a note'), other);
      const before = await store.storage.concerns.linesOf(report.concern);
      await store.storage.concerns.forgetContents(report.concern);
      const after = await store.storage.concerns.linesOf(report.concern);
      expect(after).toStrictEqual(before.map(({ line }) => ({ line, content: null })));
      expect((await store.storage.concerns.linesOf(other.concern))[0]?.content).toBe('sealed');
    });
  });
}
