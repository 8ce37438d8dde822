import type { AuditDraft, KeptAuditLine } from '@bridgeboard/protocol';
import { describe, expect, it } from 'vitest';
import { sampleDraft, sealSample } from './audit-samples.ts';
import { freshId, sampleEntry } from './samples.ts';
import { useStore, type OpenTestStore } from './use-store.ts';

const everything = Number.MAX_SAFE_INTEGER;

/** What every audit log must do. The log is one for the whole store: tests keep apart by schools and boards. */
export function auditLogContract(open: OpenTestStore): void {
  describe('the audit log', () => {
    const store = useStore(open);
    const keep = (...drafts: AuditDraft[]) => store.storage.audit.append(drafts, sealSample);
    const of = async (school: string, about = {}): Promise<KeptAuditLine['line'][]> => {
      const query = { school, below: everything, limit: 100, ...about };
      return (await store.storage.audit.find(query)).lines.map(({ line }) => line);
    };

    it('[AU2] numbers lines from 1 without holes, each upon the one before it, and notes the newest', async () => {
      const before = await store.storage.audit.head();
      await keep(sampleDraft(), sampleDraft(), sampleDraft());
      const lines = await store.storage.audit.read(before.number + 1, 9);
      expect(lines.map(({ line }) => line.number)).toStrictEqual([1, 2, 3].map((n) => before.number + n));
      expect(lines.map(({ line }) => line.hash)).toStrictEqual(
        lines.map((kept, at) => {
          const { line } = lines[at - 1] ?? { line: before };
          return sealSample(line, { ...sampleDraft(), ...kept.line, network: null }).line.hash;
        }),
      );
      const last = lines.at(-1)?.line;
      expect(await store.storage.audit.head()).toStrictEqual({ number: last?.number, hash: last?.hash });
    });

    it('[AU2] lines come back to the letter, with nothing beside them', async () => {
      const school = freshId();
      const draft = sampleDraft({
        schools: [school, freshId()],
        board: freshId(),
        detail: 'own-school',
        by: null,
        subjects: [{ kind: 'record', id: 'shape:a' }],
        network: { cut: '192.0.2.0/24', salt: 'salt' },
      });
      let sealed: KeptAuditLine | undefined;
      await store.storage.audit.append([draft], (before, one) => (sealed = sealSample(before, one)));
      const found = await store.storage.audit.find({ school, below: everything, limit: 9 });
      expect(found.lines).toStrictEqual([sealed]);
    });

    it('[AU2] lines that are asked for at once are all kept, in one chain', async () => {
      const school = freshId();
      const drafts = Array.from({ length: 20 }, () => sampleDraft({ schools: [school] }));
      await Promise.all(drafts.map((draft) => keep(draft)));
      const numbers = (await of(school)).map(({ number }) => number);
      expect(new Set(numbers).size).toBe(20);
      expect(Math.max(...numbers) - Math.min(...numbers)).toBe(19);
    });

    it('[AU2] a line that does not follow is refused, and nothing of it is kept', async () => {
      const before = await store.storage.audit.head();
      const seal = () => sealSample({ number: before.number + 5, hash: '' }, sampleDraft());
      await expect(store.storage.audit.append([sampleDraft()], seal)).rejects.toBeInstanceOf(RangeError);
      expect(await store.storage.audit.head()).toStrictEqual(before);
    });

    it('[AU2] a line with something that it must not hold is refused', async () => {
      const draft = { ...sampleDraft(), detail: 'What Amina wrote' };
      await expect(keep(draft)).rejects.toBeInstanceOf(RangeError);
      const named = { ...sampleDraft(), name: 'Amina' };
      await expect(keep(named)).rejects.toBeInstanceOf(RangeError);
    });

    it('[AU4] an event of a journal has one line, however often it is brought', async () => {
      const [school, board] = [freshId(), freshId()];
      const of3 = [1, 2, 5].map((seq) => sampleDraft({ schools: [school], board, entry: { seq, place: 0 } }));
      expect(await store.storage.audit.takenSeq(board)).toBe(0);
      await keep(...of3.slice(0, 2));
      await keep(...of3);
      await keep(sampleDraft({ schools: [school], board, entry: { seq: 5, place: 1 } }));
      expect((await of(school)).map(({ entry }) => [entry?.seq, entry?.place])).toStrictEqual([
        [5, 1],
        [5, 0],
        [2, 0],
        [1, 0],
      ]);
      expect(await store.storage.audit.takenSeq(board)).toBe(5);
      const numbers = (await of(school)).map(({ number }) => number);
      expect((numbers[0] ?? 0) - (numbers[3] ?? 0)).toBe(3);
    });

    it('[AU5] finds a school’s lines, newest first, page by page', async () => {
      const school = freshId();
      for (let i = 0; i < 5; i += 1) await keep(sampleDraft({ schools: [freshId(), school] }), sampleDraft());
      const first = await store.storage.audit.find({ school, below: everything, limit: 2 });
      const second = await store.storage.audit.find({ school, below: first.next ?? 0, limit: 2 });
      const third = await store.storage.audit.find({ school, below: second.next ?? 0, limit: 2 });
      const numbers = [first, second, third].flatMap(({ lines }) => lines.map(({ line }) => line.number));
      expect(numbers).toHaveLength(5);
      expect(numbers).toStrictEqual(numbers.toSorted((a, b) => b - a));
    });

    it('[AU5] finds lines by act, person, board and time', async () => {
      const [school, board, actor, pupil] = [freshId(), freshId(), freshId(), freshId()];
      const by = { person: actor, school, role: 'staff' as const };
      await keep(
        sampleDraft({ schools: [school], board, at: 10 }),
        sampleDraft({ schools: [school], act: 'door.open', by, at: 20 }),
        sampleDraft({ schools: [school], subjects: [{ kind: 'person', id: pupil }], at: 30 }),
        sampleDraft({ schools: [school], by: null, at: 40 }),
      );
      const times = async (about: object) => (await of(school, about)).map(({ at }) => at);
      expect(await times({})).toStrictEqual([40, 30, 20, 10]);
      expect(await times({ acts: ['door.open'] })).toStrictEqual([20]);
      expect(await times({ board })).toStrictEqual([10]);
      expect(await times({ person: actor })).toStrictEqual([20]);
      expect(await times({ person: pupil })).toStrictEqual([30]);
      expect(await times({ since: 20, until: 40 })).toStrictEqual([30, 20]);
      expect(await times({ since: 20, acts: ['pupil.admit'] })).toStrictEqual([40, 30]);
    });

    it('[SG-05] networks of old lines go, and their lines and hashes stay', async () => {
      const school = freshId();
      const network = { cut: '192.0.2.0/24', salt: 'salt' };
      await keep(sampleDraft({ schools: [school], network, at: 10 }));
      await keep(sampleDraft({ schools: [school], network, at: 20 }));
      const before = await of(school);
      await store.storage.audit.forgetNetworks(20);
      const { lines } = await store.storage.audit.find({ school, below: everything, limit: 9 });
      expect(lines.map((kept) => kept.network)).toStrictEqual([network, null]);
      expect(lines.map(({ line }) => line)).toStrictEqual(before);
    });
  });

  describe('what a journal has for the audit log', () => {
    const store = useStore(open);

    it('[AU4] entries with events are found, those without are passed over', async () => {
      const board = freshId();
      const entries = [1, 2, 3, 4, 5].map((seq) => ({
        ...sampleEntry(board, seq),
        ...(seq % 2 === 0 ? { audit: [] } : {}),
      }));
      await store.storage.journal.append(entries);
      const wanted = entries.filter(({ audit }) => audit.length > 0).map(({ facts, audit }) => ({ facts, audit }));
      expect(await store.storage.journal.readAudited(board, 0, 9)).toStrictEqual(wanted);
      expect(await store.storage.journal.readAudited(board, 1, 1)).toStrictEqual(wanted.slice(1, 2));
      expect(await store.storage.journal.readAudited(board, 5, 9)).toStrictEqual([]);
      expect(await store.storage.journal.readAudited(freshId(), 0, 9)).toStrictEqual([]);
    });
  });
}
