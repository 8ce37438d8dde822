import type { Author, BoardRecord, CaseView, Stamp } from '@bridgeboard/protocol';
import { describe, expect, test } from 'vitest';

import { RemarkDesk } from './remark-desk.ts';
import { remarksAbout } from './remarks-about.ts';

const author = (key: string, role: Author['role'] = 'pupil'): Author => ({
  key,
  label: `Person ${key}`,
  school: 'north',
  role,
});
const you = author('0.1');
const other = author('1.7');
const record = (name: string, says: Record<string, string>): BoardRecord => ({
  id: `${'sign' in says ? 'reaction' : 'comment'}:${name}`,
  typeName: 'sign' in says ? 'reaction' : 'comment',
  about: 'shape:heron',
  meta: {},
  ...says,
});
const said = [
  record('late', { text: 'Third' }),
  record('early', { text: 'First' }),
  record('heart', { sign: 'heart' }),
  record('mine', { text: 'On its way' }),
  record('back', { text: 'Second' }),
];
const stamps: Readonly<Record<string, Stamp>> = {
  'comment:late': { by: other.key, reach: 'board', at: 30, putAway: true },
  'comment:early': { by: other.key, reach: 'board', at: 10 },
  'comment:back': { by: you.key, reach: 'held', at: 20 },
  'reaction:heart': { by: you.key, reach: 'held', at: 5 },
};
const returned: CaseView = {
  id: 'case',
  by: you.key,
  page: 'page:page',
  records: ['comment:back'],
  status: 'returned',
  openedAt: 0,
  changedAt: 0,
  note: 'Which fish?',
};
const reader = {
  you,
  stampOf: (id: string) => stamps[id] ?? null,
  authors: new Map([[other.key, other]]),
  cases: new Map([['case', returned]]),
};

describe('what was said about a piece', () => {
  test('[CO9] stands in the order in which it was said, each with its author, what is on its way last', () => {
    const { comments } = remarksAbout(said, reader);
    expect(comments.map(({ text, by }) => [text, by.key])).toEqual([
      ['First', other.key],
      ['Second', you.key],
      ['Third', other.key],
      ['On its way', you.key],
    ]);
  });

  test('[CO11] says what waits, and what came back with which note', () => {
    const { comments, reactions } = remarksAbout(said, reader);
    expect(reactions).toMatchObject([{ sign: 'heart', state: 'waiting', isOwn: true }]);
    expect(comments.find(({ text }) => text === 'Second')).toMatchObject({ state: 'returned', note: 'Which fish?' });
    expect(comments.filter(({ state }) => state === 'out')).toHaveLength(3);
    expect(comments.filter(({ isAway }) => isAway).map(({ text }) => text)).toEqual(['Third']);
  });

  test('[CO9] of somebody whom this browser does not know yet nothing is shown', () => {
    expect(remarksAbout(said, { ...reader, authors: new Map() }).comments).toHaveLength(2);
  });
});

describe('a desk for remarks', () => {
  test('[CO11] follows what the session shows, and what is said here at once', () => {
    const records = new Map<string, BoardRecord>();
    const listeners: Parameters<ConstructorParameters<typeof RemarkDesk>[0]['listen']>[0][] = [];
    const desk = new RemarkDesk({
      records,
      listen: (listener) => {
        listeners.push(listener);
        return () => undefined;
      },
      edit: (ops) => {
        for (const op of ops) if (op.op === 'create') records.set(String(op.record['id']), op.record as BoardRecord);
        return [];
      },
    });
    const note: BoardRecord = { id: 'shape:heron', typeName: 'shape' };
    for (const one of listeners) one.changed({ put: [note, ...said.slice(0, 2)], removed: [] });
    expect(desk.said.value.get('shape:heron')?.map(({ id }) => id)).toEqual(['comment:late', 'comment:early']);
    desk.do({ op: 'create', record: record('new', { text: 'New' }) });
    for (const one of listeners) one.changed({ put: [], removed: ['comment:late', 'shape:heron'] });
    expect(desk.said.value.get('shape:heron')?.map(({ id }) => id)).toEqual(['comment:early', 'comment:new']);
  });
});
