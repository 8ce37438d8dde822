import {
  admission,
  asset,
  board,
  erasure,
  journalEntry,
  keptAuditLine,
  keptConcernLine,
  partnership,
  publication,
  pupil,
  pupilTrust,
  school,
  schoolClass,
  staffMember,
  type Asset,
  type JournalEntry,
  type KeptAuditLine,
  type KeptClass,
  type KeptConcernLine,
  type Partnership,
} from '@bridgeboard/protocol';

import { identityRow } from '../identity-row.ts';
import type { StoreOfNow, WholeStore } from '../whole-store.ts';

/** What is asked of the schema of a part. */
interface Schema<Value> {
  safeParse(value: unknown): { success: true; data: Value } | { success: false };
}

/** One kind of thing a store keeps, as a backup and a move see it: values in the protocol's form, in the same order for every store. */
export interface StorePart<Value> {
  /** Also the name of its file in a backup. */
  readonly name: string;
  /** How long it is kept (SG-23). */
  readonly keeps: KeptClass;
  readonly schema: Schema<Value>;
  read(from: StoreOfNow): AsyncIterable<Value>;
  /** Keeps some of them, in the order in which they were read. */
  write(to: WholeStore, values: readonly Value[]): Promise<void>;
}

/** A part of values that are kept one by one. */
function each<Value>(part: {
  name: string;
  keeps: KeptClass;
  schema: Schema<Value>;
  read: (from: StoreOfNow) => AsyncIterable<Value>;
  put: (to: WholeStore, value: Value) => Promise<void>;
}): StorePart<Value> {
  const { put, ...rest } = part;
  return {
    ...rest,
    // At once: what is asked together is kept in one commit.
    async write(to, values) {
      await Promise.all(values.map((value) => put(to, value)));
    },
  };
}

const pageSize = 200;

async function* journals({ storage, boards }: StoreOfNow): AsyncIterable<JournalEntry> {
  for (const { id, lastSeq } of boards) {
    for (let seq = 1; seq <= lastSeq; seq += pageSize) {
      yield* await storage.journal.read(id, seq, Math.min(pageSize, lastSeq - seq + 1));
    }
  }
}

async function appendAll({ storage }: WholeStore, entries: readonly JournalEntry[]): Promise<void> {
  const byBoard = Map.groupBy(entries, ({ facts }) => facts.board);
  for (const some of byBoard.values()) await storage.journal.append(some);
}

/** Networks stay behind: they are kept seven days, and nobody knows for how long a backup is (SG-05). */
async function* auditLines({ storage, auditHead }: StoreOfNow): AsyncIterable<KeptAuditLine> {
  for (let from = 1; from <= auditHead.number; from += pageSize) {
    const lines = await storage.audit.read(from, Math.min(pageSize, auditHead.number - from + 1));
    yield* lines.map(({ line }) => ({ line, network: null }));
  }
}

async function bringAuditLines({ storage }: WholeStore, lines: readonly KeptAuditLine[]): Promise<void> {
  const drafts = lines.map((kept) => ({ board: kept.line.board, entry: kept.line.entry, kept }));
  await storage.audit.append(drafts, (_before, { kept }) => kept);
}

async function* concerns({ storage, concernHead }: StoreOfNow): AsyncIterable<KeptConcernLine> {
  for (let from = 1; from <= concernHead.number; from += pageSize) {
    yield* await storage.concerns.read(from, Math.min(pageSize, concernHead.number - from + 1));
  }
}

/** As they were sealed: whoever was not there when a line was written cannot write it again. */
async function bringConcerns({ storage }: WholeStore, lines: readonly KeptConcernLine[]): Promise<void> {
  const drafts = lines.map((kept) => ({ concern: kept.line.concern, event: kept.line.event, kept }));
  await storage.concerns.append(drafts, (_before, { kept }) => kept);
}

async function* partnerships({ storage }: StoreOfNow): AsyncIterable<Partnership> {
  const known = new Map<string, Partnership>();
  for (const { id } of await storage.directory.schools()) {
    for (const one of await storage.directory.partnershipsOf(id)) known.set(one.id, withoutLinks(one));
  }
  yield* known.values();
}

/** A link stays behind like every other (PP13); what somebody has signed by one opens nothing any more. */
function withoutLinks(one: Partnership): Partnership {
  return { ...one, invitations: one.invitations.filter(({ signed }) => signed !== null) };
}

/** What is kept of each school, one list after the other. */
function ofSchools<Value>(list: (from: StoreOfNow, school: string) => Promise<readonly Value[]>) {
  return async function* read(from: StoreOfNow): AsyncIterable<Value> {
    for (const { id } of await from.storage.directory.schools()) yield* await list(from, id);
  };
}

function ofBoards<Value>(list: (from: StoreOfNow, board: string) => Promise<readonly Value[]>) {
  return async function* read(from: StoreOfNow): AsyncIterable<Value> {
    for (const { id } of from.boards) yield* await list(from, id);
  };
}

const pupilsOf = ofSchools(async ({ storage: { directory } }: StoreOfNow, id) => {
  const classes = await directory.classesOf(id);
  return (await Promise.all(classes.map((one) => directory.pupilsOf(one.id)))).flat();
});

/** Rows of pictures. Their bytes come over by themselves, before anything that names them (REL-22). */
export const pictures: StorePart<Asset> = each({
  name: 'pictures',
  keeps: 'work',
  schema: asset,
  read: ofBoards(({ storage }, id) => storage.assets.assetsOf(id)),
  put: ({ storage }, value) => storage.assets.create(value),
});

/**
 * Everything that a backup holds and a move brings over; a further port is one more line here. Checkpoints and the queue's
 * index are made anew from the journals; invitations are left out (PP13). Erasures come last: what was erased while the
 * others were read is among them.
 */
export const storeParts: readonly StorePart<unknown>[] = [
  each({
    name: 'schools',
    keeps: 'schools',
    schema: school,
    read: ofSchools(async ({ storage }, id) => [(await storage.directory.school(id)) ?? []].flat()),
    put: ({ storage }, value) => storage.directory.putSchool(value),
  }),
  each({
    name: 'partnerships',
    keeps: 'schools',
    schema: partnership,
    read: partnerships,
    put: ({ storage }, value) => storage.directory.putPartnership(value),
  }),
  each({
    name: 'staff',
    keeps: 'schools',
    schema: staffMember,
    read: ofSchools(({ storage }, id) => storage.directory.staffOf(id)),
    put: ({ storage }, value) => storage.directory.putStaff(value),
  }),
  each({
    name: 'classes',
    keeps: 'schools',
    schema: schoolClass,
    read: ofSchools(({ storage }, id) => storage.directory.classesOf(id)),
    put: ({ storage }, value) => storage.directory.putClass(value),
  }),
  each({
    name: 'pupils',
    keeps: 'pupils',
    schema: pupil,
    read: pupilsOf,
    put: ({ storage }, value) => storage.directory.putPupil(value),
  }),
  each({
    name: 'trust',
    keeps: 'pupils',
    schema: pupilTrust,
    read: ofSchools(({ storage }, id) => storage.trust.trustOf(id)),
    put: ({ storage }, value) => storage.trust.put(value),
  }),
  each({
    name: 'identities',
    keeps: 'schools',
    schema: identityRow,
    read: ({ identity }) => identity.archive(),
    put: ({ identity }, value) => identity.bringIn(value),
  }),
  each({
    name: 'boards',
    keeps: 'work',
    schema: board,
    read: async function* read({ boards }) {
      for (const { lastSeq: _, ...facts } of boards) yield facts;
    },
    // Links of guests end here: one that was turned off since must not hold again.
    put: ({ storage }, { guests: _, ...value }) => storage.catalogue.create(value),
  }),
  each({
    name: 'admissions',
    keeps: 'work',
    schema: admission,
    read: ofBoards(({ storage }, id) => storage.catalogue.admissionsOf(id)),
    put: ({ storage }, value) => storage.catalogue.admit(value),
  }),
  each({
    name: 'publications',
    keeps: 'work',
    schema: publication,
    read: ofBoards(({ storage }, id) => storage.publications.publicationsOf(id)),
    put: ({ storage }, value) => storage.publications.create(value),
  }),
  pictures,
  { name: 'journal', keeps: 'work', schema: journalEntry, read: journals, write: appendAll },
  { name: 'audit', keeps: 'audit', schema: keptAuditLine, read: auditLines, write: bringAuditLines },
  { name: 'concerns', keeps: 'concerns', schema: keptConcernLine, read: concerns, write: bringConcerns },
  each({
    name: 'erasures',
    keeps: 'erasures',
    schema: erasure,
    read: async function* read({ storage }) {
      yield* await storage.erasures.all();
    },
    put: ({ storage }, value) => storage.erasures.put(value),
  }),
];
