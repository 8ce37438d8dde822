import { json, type JournalEntry, type QueueLine } from '@bridgeboard/protocol';
import fc from 'fast-check';
import type { Storage } from '../ports/storage.ts';
import {
  sampleAdmission,
  sampleBoard,
  sampleClass,
  sampleEntry,
  sampleManifest,
  samplePart,
  samplePartnership,
  samplePublication,
  samplePupil,
  sampleSchool,
  sampleStaff,
} from './samples.ts';

/** One call of a port. Its name tells a failure's story. */
export interface Step {
  readonly name: string;
  readonly run: (storage: Storage) => Promise<unknown>;
}

/** Few ids, so that calls meet. */
export const pools = {
  school: ['school-0001', 'school-0002', 'school-0003'],
  board: ['board-00001', 'board-00002'],
  thing: ['thing-00001', 'thing-00002', 'thing-00003'],
} as const;

const school = fc.constantFrom(...pools.school);
const board = fc.constantFrom(...pools.board);
const id = fc.constantFrom(...pools.thing);
const moment = fc.nat({ max: 6 });
const words = fc.string({ unit: 'grapheme', maxLength: 8 });
const status = fc.constantFrom<QueueLine['status'][]>('open', 'returned', 'approved', 'rejected', 'withdrawn');
const fields = fc.dictionary(
  words,
  fc.jsonValue({ maxDepth: 3 }).map((value) => json.parse(value)),
  { maxKeys: 4 },
);
const content: fc.Arbitrary<JournalEntry['content']> = fc
  .array(fc.option(fields), { maxLength: 3 })
  .map((contents) => ({ contents, inverses: [] }));
const line = fc.record({
  case: fc.constantFrom('c1', 'c2', 'c3'),
  school,
  status,
  openedAt: moment,
  changedAt: moment,
  author: words,
});
const schools = fc.uniqueArray(school, { minLength: 1 });

function step<T extends object>(
  name: string,
  facts: fc.Arbitrary<T>,
  run: (storage: Storage, facts: T) => Promise<unknown>,
) {
  return facts.map((values): Step => ({
    name: `${name} ${fc.stringify(values)}`,
    run: (storage) => run(storage, values),
  }));
}

/** Appends that follow, overlap or leave a hole. */
const append = step(
  'append',
  fc.record({ board, gap: fc.constantFrom(0, 0, 0, 0, -1, 1), contents: fc.array(content, { maxLength: 3 }) }),
  async ({ journal }, facts) => {
    const first = (await journal.lastSeq(facts.board)) + 1 + facts.gap;
    const entry = (value: JournalEntry['content'], index: number) => sampleEntry(facts.board, first + index, value);
    return journal.append(facts.contents.map(entry));
  },
);

const checkpoint = step(
  'checkpoint',
  fc.record({ board, seq: moment, chunks: fc.array(words, { maxLength: 3 }) }),
  ({ journal }, facts) =>
    journal.putCheckpoint(sampleManifest(facts.board, facts.seq, facts.chunks.length), facts.chunks),
);

const queue = step(
  'queue',
  fc.record({ board, seq: moment, lines: fc.array(line, { maxLength: 3 }) }),
  (storage, facts) =>
    storage.queue.apply(
      facts.board,
      facts.seq,
      facts.lines.map((value) => ({ ...value, board: facts.board, kinds: ['drawing' as const], found: [] })),
    ),
);

const directory = fc.oneof(
  step('school', fc.record({ id: school, name: words }), (storage, facts) =>
    storage.directory.putSchool(sampleSchool(facts)),
  ),
  step('partnership', fc.record({ id, schools }), (storage, facts) =>
    storage.directory.putPartnership({ ...samplePartnership(facts.schools), id: facts.id }),
  ),
  step('staff', fc.record({ id, school, name: words }), (storage, facts) =>
    storage.directory.putStaff(sampleStaff(facts)),
  ),
  step('class', fc.record({ id, school, codeSelector: fc.constantFrom('AAAA', 'BBBB') }), (storage, facts) =>
    storage.directory.putClass(sampleClass(facts)),
  ),
  step('pupil', fc.record({ id, classId: id, nickname: words }), (storage, facts) =>
    storage.directory.putPupil(samplePupil(facts)),
  ),
);

const catalogue = fc.oneof(
  step('create', fc.record({ id: board, schools, changedAt: moment, title: words }), (storage, facts) =>
    storage.catalogue.create(sampleBoard({ ...facts, host: pools.school[0], createdBy: pools.thing[0] })),
  ),
  step(
    'update',
    fc.record({ id: board, facts: fc.record({ title: words, changedAt: moment }, { requiredKeys: [] }) }),
    (storage, facts) => storage.catalogue.update(facts.id, facts.facts),
  ),
  step('admit', fc.record({ board, pupil: id, at: moment }), (storage, facts) =>
    storage.catalogue.admit(sampleAdmission({ ...facts, school: pools.school[0], by: pools.thing[0] })),
  ),
  step('dismiss', fc.record({ board, pupil: id }), (storage, facts) =>
    storage.catalogue.dismiss(facts.board, facts.pupil),
  ),
);

const publications = fc.oneof(
  step('publish', fc.record({ id, board, createdAt: moment, schools }), (storage, facts) =>
    storage.publications.create(samplePublication({ ...facts, proposedBy: pools.thing[0] })),
  ),
  step('part', fc.record({ id, school, record: fields }), (storage, facts) => {
    const record = { ...facts.record, id: 'shape:a', typeName: 'shape' };
    const records = [{ record, author: 'person', role: 'staff' as const }];
    const part = samplePart({ school: facts.school, agreedBy: pools.thing[0], records });
    return storage.publications.addPart(facts.id, part);
  }),
  step('withdraw', fc.record({ id, at: moment }), (storage, facts) =>
    storage.publications.withdraw(facts.id, pools.thing[0], facts.at),
  ),
);

/** Calls that write, of all ports. */
export const write: fc.Arbitrary<Step> = fc.oneof(
  append,
  append,
  checkpoint,
  queue,
  queue,
  directory,
  catalogue,
  publications,
);
