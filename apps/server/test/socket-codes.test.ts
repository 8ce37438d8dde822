import { readFileSync } from 'node:fs';

import { limits } from '@bridgeboard/domain';
import { errorCodes, type ErrorCode, type Op } from '@bridgeboard/protocol';
import { StorageUnavailable } from '@bridgeboard/storage';
import { page, shape, until } from '@bridgeboard/testkit';
import { describe, expect, test } from 'vitest';

import { startCrowd } from './crowd.ts';

/** Codes that only HTTP answers; nobody meets them on a socket. */
const onlyByHttp: readonly ErrorCode[] = [
  'BAD_ORIGIN',
  'SIGN_IN_FAILED',
  'BAD_TYPE',
  'NEEDS_OTHER_ITEM',
  'STILL_DRAWING',
  'STOPPED',
  'CHANGED_SINCE_REVIEW',
  'JOIN_HELD',
  'JOIN_REFUSED',
  'SUSPENDED',
  'PIN_WRONG',
  'PIN_PAUSED',
  'SETUP_NEEDED',
  'SET_UP_CODE_WRONG',
  'INVITATION_OVER',
  'PARTNER_ALREADY',
  'EMAIL_TAKEN',
  'PASSWORD_SHORT',
  'LAST_ADMINISTRATOR',
  'FILE_TYPE',
  'FILE_TOO_BIG',
  'TOO_MANY_PIXELS',
  'PICTURES_TODAY',
  'NOT_IN_CHARTER',
  'NAME_EMPTY',
  'NAME_SIGNS',
  'NAME_SURNAME',
  'NAME_CONTACT',
  'NAME_TAKEN',
  'CLASS_FULL',
  'CLASSES_FULL',
  'CODE_WRONG',
  'PASSKEY_REFUSED',
  'PASSKEYS_FULL',
  'PASSWORD_WRONG',
  'LINK_OVER',
  'NO_MAIL',
  'NO_PROVIDER',
  'PROVIDER_AWAY',
  'PROVIDER_REFUSED',
  'PROVIDER_ADDRESS',
  'PROVIDER_CLIENT',
  'PROVIDER_NEEDS_FACTOR',
  'LIST_TOO_BIG',
  'LIST_UNREADABLE',
  'PHOTOS_NEVER',
  'PHOTO_NO_CONSENT',
  'PHOTO_NOT_TO_PARTNER',
  'SEALED',
  'FAMILIES_NOTHING',
];
/** The tests that provoke the others on a real socket. */
const files = [
  'retention.test.ts',
  'attack-table.ts',
  'board-permissions.test.ts',
  'full-boards.test.ts',
  'hostile-sockets.test.ts',
  'leaving.test.ts',
  'live-boards.test.ts',
  'membership.test.ts',
  'required-factor.test.ts',
  'slow-readers.test.ts',
  'socket-codes.test.ts',
  'viewers.test.ts',
];

test('[REL-11] every code is provoked on a socket, or is one that only HTTP answers', () => {
  const [head = '', ...rest] = files.map((name) => readFileSync(new URL(name, import.meta.url), 'utf8'));
  // This file names the codes of HTTP too, above.
  const text = [head, ...rest].join('\n').replace(/const onlyByHttp[^;]+;/, '');
  const missing = errorCodes.filter((code) => !onlyByHttp.includes(code) && !new RegExp(`['"]${code}['"]`).test(text));
  expect(missing).toEqual([]);
});

const put = (name: string): Op => ({ op: 'create', record: shape('note', name) });

describe('a store in trouble', () => {
  test.each(['DB_DOWN', 'STORAGE_FULL'] as const)(
    '[RT1] an edit that cannot be kept is refused with %s, and can come again',
    async (code) => {
      await using crowd = await startCrowd({ pupils: 2 });
      const [pupil] = crowd.of(0).pupils;
      const client = await crowd.join(pupil ?? crowd.of(0).teacher);
      const { journal } = crowd.server.storage;
      const append = journal.append.bind(journal);
      journal.append = () => Promise.reject(new StorageUnavailable(code, null));
      const edit = { seq: 1, ops: [put('again')] };
      await expect(client.send(edit)).rejects.toThrow(code);
      expect(client.refusals.at(-1)).toMatchObject({ code, seq: 1, retryable: true, retryAfterMs: 1_000 });
      expect(client.seen().has(shape('note', 'again').id)).toBe(false);
      journal.append = append;
      expect(await client.send(edit)).toMatchObject({ seq: 1 });
      await until(() => client.seen().has(shape('note', 'again').id), 'the edit');
    },
  );

  test('[REL-11] a fault of ours ends the one socket it befell, with INTERNAL', async () => {
    await using crowd = await startCrowd({ pupils: 2 });
    const { teacher } = crowd.of(0);
    const there = await crowd.join(teacher);
    const { catalogue } = crowd.server.storage;
    const board = catalogue.board.bind(catalogue);
    catalogue.board = () => Promise.reject(new TypeError('a fault'));
    const late = await crowd.join(teacher);
    expect([late.ended?.code, late.ended?.retryable, late.joined]).toEqual(['INTERNAL', true, null]);
    catalogue.board = board;
    expect((await there.edit(put('goes-on'))).refused).toBeUndefined();
  });

  test('[RT1] a server that stops says so to everybody', async () => {
    const crowd = await startCrowd({ pupils: 2 });
    const client = await crowd.join(crowd.of(0).teacher);
    const looking = await crowd.join(crowd.of(0).teacher, { viewer: true });
    await crowd.server.close();
    await until(() => client.ended && !looking.socket.connected, 'the end of both');
    expect([client.ended?.code, client.ended?.retryable]).toEqual(['SERVER_RESTARTING', true]);
    await crowd[Symbol.asyncDispose]();
  });
});

describe('rules and limits', () => {
  test('[REL-12] at the limit of a board the operations beside it are kept, and a delete makes room at once', async () => {
    await using crowd = await startCrowd({ pupils: 2 });
    const client = await crowd.join(crowd.of(0).teacher);
    const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
    const pages = Array.from({ length: limits.board.pages }, (_, at) =>
      page(`page-${at}-`, { index: `b0${letters[at]}` }),
    );
    const answer = await client.edit(...pages.map((record): Op => ({ op: 'create', record })), put('beside'));
    expect(answer.refused).toEqual([{ op: limits.board.pages - 1, code: 'QUOTA' }]);
    await until(() => client.seen().has(shape('note', 'beside').id), 'what stood beside it');
    const [first, last] = [pages[0], pages.at(-1)];
    const gone: Op = { op: 'delete', id: first?.id ?? '' };
    expect((await client.edit(gone, { op: 'create', record: { ...last } })).refused).toBeUndefined();
  });

  test('[L4] what a board is asked too much of is refused with RATE and a time to wait, and is taken after it', async () => {
    await using crowd = await startCrowd({ pupils: 58, mode: 'open' });
    const clients = await Promise.all(crowd.people.map((who) => crowd.join(who)));
    // What is nobody's is refused one by one and shown to nobody; it is counted all the same.
    const gone: Op = { op: 'delete', id: shape('note', 'never').id };
    const ops = Array<Op>(limits.pupil.opsPerEdit).fill(gone);
    const outcomes = await Promise.allSettled(clients.map((client) => client.send({ seq: 1, ops })));
    const taken = outcomes.filter(({ status }) => status === 'fulfilled').length;
    const refused = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [String(outcome.reason)] : []));
    expect(taken).toBeGreaterThanOrEqual(limits.board.opsBurst / limits.pupil.opsPerEdit);
    expect(taken).toBeLessThan(clients.length);
    expect(new Set(refused)).toEqual(new Set(['Error: edit 1 was refused: RATE']));
    const late = clients.findIndex(({ answers }) => answers.length === 0);
    const wait = clients[late]?.refusals[0]?.retryAfterMs ?? 0;
    expect(wait).toBeGreaterThan(0);
    crowd.server.clock.forward(wait);
    expect(await clients[late]?.send({ seq: 1, ops })).toMatchObject({ seq: 1 });
  });

  test('[L3] places of the pointer beyond the limit are dropped unanswered, and the newest of the next second counts', async () => {
    await using crowd = await startCrowd({ pupils: 2 });
    const { teacher, pupils } = crowd.of(0);
    const mover = await crowd.join(teacher);
    const watcher = await crowd.join(pupils[0] ?? teacher);
    mover.socket.emit('presence', { page: 'page:page', x: 0, y: 0, busy: false, selection: [] });
    for (let i = 1; i <= limits.staff.presencePerSecond * 100; i += 1) mover.socket.emit('move', [i, i]);
    expect((await mover.edit(put('after'))).refused).toBeUndefined();
    crowd.server.clock.forward(1_000);
    mover.socket.emit('move', [77, 78]);
    await until(() => [...watcher.pointers.values()].some(({ x, y }) => x === 77 && y === 78), 'the newest place');
    expect([mover.refusals, mover.ended]).toEqual([[], null]);
    const places = watcher.frames.reduce((sum, { moves }) => sum + (moves?.length ?? 0) / 3, 0);
    expect(places).toBeLessThanOrEqual(limits.staff.presencePerSecond + 10);
  });

  test('[P22] what was put away takes no edits of its author, and rules refuse whole edits', async () => {
    await using crowd = await startCrowd({ pupils: 2 });
    const { teacher, pupils } = crowd.of(0);
    const staff = await crowd.join(teacher);
    const pupil = await crowd.join(pupils[0] ?? teacher);
    const { id } = shape('note', 'away');
    await pupil.edit(put('away'));
    await teacher.http.post(`/api/boards/${crowd.board}/records/${id}/hide`, { hidden: true });
    expect((await pupil.edit({ op: 'update', id, set: { x: 5 } }, put('other'))).refused).toEqual([
      { op: 0, code: 'PUT_AWAY' },
    ]);

    const rule = async (path: string, body: object): Promise<void> => {
      expect((await teacher.http.post(`/api/boards/${crowd.board}/${path}`, body)).status).toBe(200);
    };
    await rule('freeze', { whom: { all: true }, frozen: true });
    await expect(pupil.send({ seq: 3, ops: [put('frozen')] })).rejects.toThrow('FROZEN');
    await rule('freeze', { whom: { all: true }, frozen: false });
    await rule('school-rules', { needsTeacher: true });
    await staff.close();
    await until(() => crowd.server.sockets.counts().readers === 1, 'the teacher gone');
    await expect(pupil.send({ seq: 3, ops: [put('alone')] })).rejects.toThrow('WAIT_FOR_TEACHER');
    await crowd.join(teacher);
    expect(await pupil.send({ seq: 3, ops: [put('together')] })).toMatchObject({ seq: 3 });
  });
});
