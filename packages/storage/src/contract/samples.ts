import { createHash, randomUUID } from 'node:crypto';
import { strictRules, usualDesk } from '@bridgeboard/protocol';
import type {
  Admission,
  Asset,
  Board,
  Change,
  CheckpointManifest,
  Invitation,
  JournalEntry,
  Partnership,
  Publication,
  PublicationPart,
  Pupil,
  PupilTrust,
  QueueLine,
  School,
  SchoolClass,
  StaffMember,
} from '@bridgeboard/protocol';

/** An id nobody has used: tests of one store keep apart by it. */
export function freshId(): string {
  return `t-${randomUUID()}`;
}

const created: Change = {
  kind: 'create',
  id: 'shape:a',
  author: 'person',
  school: 'school',
  reach: 'held',
  case: 'c1',
};

/** An entry with content that stores like to spoil: dots and dollars in names, empty objects, nulls, other scripts. */
export function sampleEntry(board: string, seq: number, content?: JournalEntry['content']): JournalEntry {
  return {
    facts: {
      v: 1,
      board,
      seq,
      epoch: 'epoch-1',
      at: 1_790_000_000_000 + seq,
      kind: 'edit',
      actor: { person: 'person', school: 'school', role: 'pupil' },
      client: { id: 'client', seq },
      refused: [{ op: 1, code: 'NOT_YOURS' }],
      changes: [created, { kind: 'drop-layer', id: 'shape:b', author: 'person', reach: 'held' }],
      contentHash: 'hash',
      chain: 'chain',
    },
    content: content ?? {
      contents: [{ 'props.richText': { content: [], attrs: {} }, $set: 1, x: 0.1, note: 'Ẹ káàárọ̀ مرحبا 😀' }, null],
      inverses: [
        { asOf: 3, id: 'shape:a' },
        { change: created, content: [null, { text: '' }, null] },
      ],
    },
    audit: [{ action: 'edit', by: 'person', subjects: ['shape:a'] }],
    effects: [{ kind: 'queue', case: 'c1' }],
  };
}

/** Entries `from` to `to` of a board. */
export function sampleEntries(board: string, from: number, to: number): JournalEntry[] {
  return Array.from({ length: to - from + 1 }, (_, index) => sampleEntry(board, from + index));
}

export function sampleManifest(board: string, seq: number, chunks: number): CheckpointManifest {
  return { board, epoch: 'epoch-1', seq, chunks, schema: { schemaVersion: 2, sequences: { 'com.tldraw.shape': 4 } } };
}

export function sampleSchool(facts: Partial<School> = {}): School {
  return {
    id: freshId(),
    name: 'Riverside Academy',
    shortName: 'Riverside',
    place: 'Leeds',
    country: 'GB',
    timeZone: 'Europe/London',
    mark: 'a',
    languages: ['en'],
    rules: { ...strictRules, hours: { from: 450, to: 960 }, keepMonths: 6 },
    link: 'weak',
    desk: usualDesk,
    words: { own: ['gloop', 'blue cheese'], off: ['en:crap'] },
    trustAfter: 7,
    factor: { of: 'leading', from: 1_790_000_000_000, providerCounts: true },
    provider: { name: 'Riverside', issuer: 'https://id.example/', clientId: 'bridgeboard', secretSealed: 'c2VhbGVk' },
    ...facts,
  };
}

/** A pupil whom staff trust with words, and with pictures as the board says. */
export function sampleTrust(facts: Partial<PupilTrust> = {}): PupilTrust {
  const [by, at] = ['person-00001', 1_790_000_000_000];
  return {
    id: freshId(),
    school: freshId(),
    marks: [
      { kind: 'words', level: 'trusted', cause: 'set', by, at },
      { kind: 'picture', level: null, cause: 'set', by, at },
    ],
    ...facts,
  };
}

export function samplePartnership(schools: string[]): Partnership {
  const [school = 'school-00001'] = schools;
  const said = { school, by: 'person-00001', at: 1_790_000_000_000 };
  const nickname = { line: 'names', value: 'nickname' } as const;
  const anyTime = { line: 'hours', value: null } as const;
  const day = { line: 'hours', value: { from: 480, to: 960 } } as const;
  const signed = { ...said, rules: { ...strictRules, hours: null } };
  const link = { id: 'link-0000001', ...said, hash: 'hash', expiresAt: 1_791_000_000_000 };
  return {
    id: freshId(),
    title: 'Rivers',
    schools,
    createdAt: 1_790_000_000_000,
    version: 0,
    charters: schools.map((one) => ({ school: one, rules: strictRules })),
    proposals: [{ id: 'proposal-001', ...said, change: nickname, agreed: [] }],
    invitations: [
      { ...link, signed: null, confirmed: [] },
      { ...link, signed, confirmed: schools },
    ],
    history: [
      { ...said, act: 'signed', change: null, before: null },
      { ...said, act: 'tightened', change: day, before: anyTime },
    ],
  };
}

export function sampleStaff(facts: Partial<StaffMember> = {}): StaffMember {
  return {
    id: freshId(),
    school: freshId(),
    name: 'Ms Reed',
    demo: false,
    roles: ['teacher', 'lead'],
    endedAt: null,
    ...facts,
  };
}

export function sampleInvitation(facts: Partial<Invitation> = {}): Invitation {
  const [id, school, by] = [freshId(), freshId(), freshId()];
  const offer = { name: 'Mr Okoro', roles: ['teacher' as const], secretHash: hashOf(id), expiresAt: 1_790_000_000_000 };
  return { id, school, by, ...offer, ...facts };
}

export function sampleClass(facts: Partial<SchoolClass> = {}): SchoolClass {
  const code = { codeSelector: 'K7QM', codeSealed: 'sealed' };
  return { id: freshId(), school: freshId(), name: '7B', pin: 'words', ages: '12-16', ...code, ...facts };
}

export function samplePupil(facts: Partial<Pupil> = {}): Pupil {
  return {
    id: freshId(),
    nickname: 'Otter',
    classId: freshId(),
    pinHash: null,
    consent: { photoOnBoard: false, photoToPartner: false, publishWork: true, nicknameOnPublished: false },
    createdDay: '2026-11-22',
    ...facts,
  };
}

export function sampleBoard(facts: Partial<Board> = {}): Board {
  const host = freshId();
  return {
    id: freshId(),
    title: 'Our rivers',
    partnership: null,
    schools: [host],
    host,
    createdBy: freshId(),
    createdAt: 1_790_000_000_000,
    changedAt: 1_790_000_000_000,
    doorOpenUntil: 0,
    ...facts,
  };
}

export function sampleAdmission(facts: Partial<Admission> = {}): Admission {
  return { board: freshId(), pupil: freshId(), school: freshId(), by: freshId(), at: 1_790_000_000_000, ...facts };
}

export function sampleLine(facts: Partial<QueueLine> = {}): QueueLine {
  return {
    case: 'case-1',
    board: freshId(),
    school: freshId(),
    author: 'person',
    status: 'open',
    openedAt: 1_790_000_000_000,
    changedAt: 1_790_000_000_000,
    kinds: ['drawing', 'words'],
    found: ['words:en', 'phone'],
    ...facts,
  };
}

export function samplePart(facts: Partial<PublicationPart> = {}): PublicationPart {
  const record = { id: 'shape:a', typeName: 'shape', props: { 'a.b': {}, $x: [null, 1.5] }, parentId: 'page:page' };
  return {
    school: freshId(),
    agreedBy: freshId(),
    agreedAt: 1_790_000_000_000,
    records: [{ record, author: 'person', role: 'pupil' }],
    ...facts,
  };
}

export function sampleAsset(facts: Partial<Asset> = {}): Asset {
  const blob = (bytes: number): Asset['full'] => ({ hash: hashOf(randomUUID()), bytes });
  return {
    id: freshId(),
    board: freshId(),
    author: freshId(),
    school: freshId(),
    upload: freshId(),
    mimeType: 'image/webp',
    width: 640,
    height: 480,
    full: blob(4_000),
    small: blob(500),
    uploadedAt: 1_790_000_000_000,
    isKept: false,
    ...facts,
  };
}

export function hashOf(bytes: string | Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

export function samplePublication(facts: Partial<Publication> = {}): Publication {
  return {
    id: freshId(),
    board: freshId(),
    title: 'Our rivers',
    schools: [freshId()],
    proposedBy: freshId(),
    createdAt: 1_790_000_000_000,
    parts: [],
    withdrawnAt: null,
    withdrawnBy: null,
    ...facts,
  };
}
