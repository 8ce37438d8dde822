import type { BoardPeople, WorkPiece } from '@bridgeboard/protocol';
import { RawClient, letPupilIn, makeBoard, newWord, richText, shape, signInStaff } from '@bridgeboard/testkit';
import type { HttpPerson } from '@bridgeboard/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { waitingCase, type Lesson } from './lesson.ts';
import { startInProcess, type ServerInProcess } from './server-in-process.ts';

let server: ServerInProcess;
let lesson: Omit<Lesson, 'server'>;
let author: string;

beforeAll(async () => {
  server = await startInProcess();
  const [reed, bello] = [await signInStaff(server, 0), await signInStaff(server, 1)];
  const board = await makeBoard(reed, 'Rain');
  const oliver = await letPupilIn(server, { school: 0, pupil: 0, board, by: reed });
  const aisha = await letPupilIn(server, { school: 1, pupil: 0, board, by: bello });
  lesson = { board, reed, bello, oliver, aisha };
  // Whoever has never been there has no name on the board.
  await (await onBoard(oliver))[Symbol.asyncDispose]();
  const people = (await lesson.reed.get(`/api/boards/${lesson.board}/people`)).json as BoardPeople;
  const pupils = people.schools.flatMap(({ classes }) => classes.flatMap((one) => one.pupils));
  author = pupils[0]?.author ?? '';
});
afterAll(() => server.close());

const onBoard = (person: HttpPerson): Promise<RawClient> => new RawClient(person).join(lesson.board);
const address = (path = ''): string => `/api/boards/${lesson.board}/authors/${author}/work${path}`;

async function workFor(person: HttpPerson): Promise<WorkPiece[]> {
  return ((await person.get(address())).json as { pieces: WorkPiece[] }).pieces;
}

/** Oliver writes a note, and his teacher does not accept it. Answers its record and its case. */
async function rejected(words: string): Promise<{ record: string; id: string }> {
  const record = shape('note', newWord(), { x: 300, y: 200, 'props.richText': richText(words) });
  await using oliver = await onBoard(lesson.oliver);
  await using reed = await onBoard(lesson.reed);
  await oliver.edit({ op: 'create', record });
  server.clock.forward(61_000);
  const { id, hash } = await waitingCase(reed, record.id);
  const wish = { verdict: 'reject', hash, note: 'Kinder words, please.' };
  const answer = await lesson.reed.post(`/api/boards/${lesson.board}/cases/${id}/decision`, wish);
  if (answer.status !== 200) throw new Error(answer.text);
  return { record: record.id, id };
}

describe('the own work of a pupil', () => {
  it('[MW2] has what was not accepted with the reason, its picture, and all that it takes to use it again', async () => {
    const words = newWord();
    const { record, id } = await rejected(words);
    const [piece] = await workFor(lesson.oliver);
    expect(piece).toMatchObject({
      case: id,
      status: 'rejected',
      words,
      note: 'Kinder words, please.',
      isPutAway: false,
    });
    expect(piece?.records).toMatchObject([{ id: record, type: 'note' }]);
    expect(piece?.place).toMatchObject({ x: 300, y: 200 });
    const picture = await lesson.oliver.get(address(`/${id}/picture.svg`));
    expect([picture.status, picture.text]).toEqual([200, expect.stringContaining(words)]);
    expect(await workFor(lesson.reed)).toEqual(await workFor(lesson.oliver));
  });

  it('[MW1] [P23] is to others as the work of somebody who never was there, its pictures too', async () => {
    const { id } = await rejected(newWord());
    for (const path of ['', `/${id}/picture.svg`]) {
      const theirs = address(path);
      expect((await lesson.reed.get(theirs)).status).toBe(200);
      const never = theirs.replace(`/${author}/`, '/7.7/');
      for (const person of [lesson.bello, lesson.aisha]) {
        const [one, other] = [await person.get(theirs), await person.get(never)];
        expect([one.status, { ...(one.json as object), requestId: '' }]).toEqual([
          404,
          { ...(other.json as object), requestId: '' },
        ]);
      }
    }
  });

  it('[MW3] [SG-13] of what somebody reports nothing is left to its author, not even its picture', async () => {
    const { record, id } = await rejected(newWord());
    const about = { kind: 'piece', record };
    const wish = { id: 'MineMineMineMineMine22', about, reason: 'unkind' };
    expect((await lesson.reed.post(`/api/boards/${lesson.board}/concerns`, wish)).status).toBe(200);
    const piece = (await workFor(lesson.oliver)).find((one) => one.case === id);
    expect(piece).toMatchObject({ isPutAway: true, words: '', records: [], place: null });
    expect((await lesson.oliver.get(address(`/${id}/picture.svg`))).status).toBe(404);
  });
});
