import { execFile } from 'node:child_process';
import { DatabaseSync } from 'node:sqlite';
import { join } from 'node:path';
import { promisify } from 'node:util';

import type { ConcernCaseView, UploadedAsset } from '@bridgeboard/protocol';
import { image, recordIdOf, type HttpPerson, type RawClient } from '@bridgeboard/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { checkConcerns } from '../src/safeguarding/check-concerns.ts';
import { askToErase, filesWith } from './erasing.ts';
import { onBoard, startLesson, waitingCase, type Lesson } from './lesson.ts';
import { photo } from './sample-pictures.ts';
import { startInProcess, type ServerInProcess } from './server-in-process.ts';

let server: ServerInProcess;
let lesson: Lesson;
let pen: RawClient;
let desk: RawClient;

beforeAll(async () => {
  server = await startInProcess();
  lesson = await startLesson(server as never);
  pen = await onBoard(lesson, lesson.oliver);
  desk = await onBoard(lesson, lesson.reed);
});
afterAll(async () => {
  await Promise.all([pen.close(), desk.close()]);
  await server.close();
});

let made = 0;
const newId = (): string => `sealed-${(made += 1)}-${'x'.repeat(12)}`;
const codeIn = ({ json }: { json: unknown }): unknown => (json as { code?: unknown } | null)?.code;

interface Shown {
  readonly asset: string;
  readonly record: string;
}

/** A picture of Oliver's on the board, let out to everybody. */
async function picture(colour: string): Promise<Shown> {
  const path = `/api/boards/${lesson.board}/pictures/${newId()}`;
  const { id } = (await lesson.oliver.put(path, await photo(90, 60, colour))).json as UploadedAsset;
  const record = image(`i-${newId()}`, recordIdOf('asset', id));
  await pen.edit({ op: 'create', record });
  server.clock.forward(61_000);
  const found = await waitingCase(desk, record.id);
  const decision = `/api/boards/${lesson.board}/cases/${found.id}/decision`;
  await lesson.reed.post(decision, { verdict: 'board', hash: found.hash });
  return { asset: id, record: record.id };
}

async function report(person: HttpPerson, record: string, reason: string): Promise<string> {
  const id = newId();
  const wish = { id, about: { kind: 'piece', record }, reason };
  expect((await person.post(`/api/boards/${lesson.board}/concerns`, wish)).status).toBe(200);
  return id;
}

const step = (person: HttpPerson, id: string, what: object) => person.post(`/api/concerns/${id}/steps`, what);
const viewOf = async (person: HttpPerson, id: string): Promise<ConcernCaseView> =>
  (await person.get(`/api/concerns/${id}`)).json;

describe('a picture reported as showing a naked body', () => {
  it('[SG-15] is sealed at once: 451 for everybody, and nothing drawn or taken out has it', async () => {
    const { asset, record } = await picture('#ff00aa');
    const people = [lesson.reed, lesson.bello, lesson.aisha];
    for (const person of people) expect((await person.get(`/a/${asset}`)).status).toBe(200);
    const id = await report(lesson.aisha, record, 'body');
    for (const person of [...people, lesson.oliver]) {
      for (const size of ['', '?size=small']) {
        const answer = await person.get(`/a/${asset}${size}`);
        expect([answer.status, codeIn(answer)]).toEqual([451, 'SEALED']);
      }
    }
    expect(codeIn(await lesson.reed.get(`/api/concerns/${id}/drawing.svg`))).toBe('SEALED');
    const export_ = await lesson.reed.get(`/api/concerns/${id}/export`);
    const thumbnail = await lesson.reed.get(`/api/boards/${lesson.board}/picture.svg`);
    for (const { status, text } of [export_, thumbnail]) {
      expect(status).toBe(200);
      expect(text).not.toContain('data:image/webp');
    }
    expect(export_.text).toContain((await server.storage.assets.asset(asset))?.full.hash);
    expect((await viewOf(lesson.bello, id)).pictures).toEqual([{ asset, state: 'sealed' }]);
  });

  it('[SG-15] [SGD8] is released or destroyed only at the author’s school, and not while it is held', async () => {
    const { asset, record } = await picture('#00ffaa');
    const id = await report(lesson.aisha, record, 'body');
    const decide = async (person: HttpPerson, to: string) =>
      (await step(person, id, { step: 'picture', asset, to })).status;
    expect(await decide(lesson.bello, 'freed')).toBe(403);
    expect((await step(lesson.reed, id, { step: 'let-back' })).status).toBe(451);
    expect(await decide(lesson.reed, 'freed')).toBe(200);
    expect((await lesson.reed.get(`/a/${asset}`)).status).toBe(200);
    expect((await lesson.reed.get(`/api/concerns/${id}/drawing.svg`)).text).toContain('data:image/webp');
    expect(await decide(lesson.bello, 'sealed')).toBe(200);
    await step(lesson.bello, id, { step: 'hold', isOn: true });
    expect(await decide(lesson.reed, 'destroyed')).toBe(403);
    await step(lesson.bello, id, { step: 'hold', isOn: false });
    const { full } = (await server.storage.assets.asset(asset)) ?? {};
    expect(await decide(lesson.reed, 'destroyed')).toBe(200);
    expect(await server.storage.blobs.size(full?.hash ?? '')).toBeNull();
    expect(await decide(lesson.reed, 'destroyed')).toBe(404);
    expect((await viewOf(lesson.reed, id)).pictures).toEqual([{ asset, state: 'destroyed' }]);
  });
});

describe('what is sealed', () => {
  it('[SGD2] no word of it stands in a file, and any change of it is found by the operator’s command', async () => {
    const id = newId();
    const words = 'a sentence that nobody else writes';
    const wish = { id, about: { kind: 'board' }, reason: 'other', words };
    await lesson.aisha.post(`/api/boards/${lesson.board}/concerns`, wish);
    expect(await filesWith(server.dataDir, words)).toEqual([]);
    const verify = () =>
      promisify(execFile)(process.execPath, ['tools/verify-audit.ts'], {
        env: { ...process.env, DATA_DIR: server.dataDir, MONGO_URL: '' },
      }).then(
        ({ stdout }) => stdout,
        (error: { stderr: string }) => error.stderr,
      );
    expect(await verify()).toContain('The log of reports is whole');
    const file = new DatabaseSync(join(server.dataDir, 'bridgeboard.sqlite'));
    const [{ content } = { content: null }] = file
      .prepare('SELECT content FROM concern_line WHERE concern = ?')
      .all(id);
    for (const other of [null, 'x'.repeat(40)]) {
      file.prepare('UPDATE concern_line SET content = ? WHERE concern = ?').run(other, id);
      expect((await checkConcerns(server.storage.concerns)).fault).toBe('content');
    }
    expect(await verify()).toMatch(/^The log of reports is broken/);
    file.prepare('UPDATE concern_line SET content = ? WHERE concern = ?').run(content ?? null, id);
    file.close();
    expect((await checkConcerns(server.storage.concerns)).fault).toBeNull();
  });

  it('[SG-24] a hold beats an erasure: what was sealed and its picture stay until it is lifted, all else goes', async () => {
    const [held, other] = [await picture('#ff8800'), await picture('#0088ff')];
    const id = await report(lesson.aisha, held.record, 'private');
    const { id: oliver } = (await lesson.oliver.get('/api/me')).json as { id: string };
    for (const lead of [lesson.reed, lesson.bello]) await step(lead, id, { step: 'close', outcome: 'authority' });
    await step(lesson.reed, id, { step: 'hold', isOn: true });
    const hashes = await Promise.all(
      [held, other].map(async ({ asset }) => (await server.storage.assets.asset(asset))?.full.hash ?? ''),
    );
    await askToErase(server.dataDir, oliver);
    const sizes = await Promise.all(hashes.map((hash) => server.storage.blobs.size(hash)));
    expect(sizes).toEqual([expect.any(Number), null]);
    expect(desk.seen().has(held.record)).toBe(false);
    expect((await viewOf(lesson.reed, id)).hasEvidence).toBe(true);
    expect((await lesson.reed.get(`/api/concerns/${id}/evidence`)).status).toBe(200);
    await step(lesson.reed, id, { step: 'hold', isOn: false });
    expect((await viewOf(lesson.reed, id)).hasEvidence).toBe(false);
    expect((await lesson.reed.get(`/api/concerns/${id}/evidence`)).status).toBe(404);
    expect((await lesson.reed.get(`/api/concerns/${id}/export`)).status).toBe(200);
    expect(await server.storage.blobs.size(hashes[0] ?? '')).toBeNull();
    expect((await checkConcerns(server.storage.concerns)).fault).toBeNull();
    const kinds = (await viewOf(lesson.reed, id)).story.map(({ kind, detail }) => `${kind} ${detail ?? ''}`.trim());
    expect(kinds.slice(-3)).toEqual(['hold on', 'hold off', 'forgotten']);
  });
});
