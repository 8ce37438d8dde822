import { RawClient, richText, shape } from '@bridgeboard/testkit';
import type { HttpPerson } from '@bridgeboard/testkit';

interface OtherBoard {
  readonly title: string;
  readonly pieces: readonly (readonly [type: 'text' | 'note', words: string, color: string, x: number, y: number])[];
}

/** What else the teacher has, so that her home is that of a teacher and not of a first day. */
const otherBoards: readonly OtherBoard[] = [
  {
    title: 'Should school start at 7?',
    pieces: [
      ['text', 'Should school start at 7?', 'black', 90, 20],
      ['text', 'Yes', 'green', 130, 90],
      ['text', 'No', 'red', 500, 90],
      ['note', 'It is cool early.', 'green', 0, 150],
      ['note', 'Home by lunch!', 'yellow', 210, 170],
      ['note', 'Too dark in winter.', 'red', 440, 150],
      ['note', 'I need sleep.', 'blue', 650, 170],
    ],
  },
  {
    title: 'Weather diary',
    pieces: [
      ['text', 'Weather in our towns', 'black', 160, 0],
      ['note', 'Monday: rain, 9 degrees', 'blue', 0, 90],
      ['note', 'Tuesday: fog on the river', 'blue', 220, 110],
      ['note', 'Monday: sun, 34 degrees', 'yellow', 440, 90],
      ['note', 'Tuesday: dust in the wind', 'yellow', 660, 110],
    ],
  },
];

/** Makes them as she would, with her own edits. */
export async function makeOtherBoards(teacher: HttpPerson): Promise<void> {
  for (const { title, pieces } of otherBoards) {
    const { id } = (await teacher.post('/api/boards', { title })).json as { id: string };
    await using client = await new RawClient(teacher).join(id);
    const records = pieces.map(([type, words, color, x, y], place) => {
      const fields = { x, y, index: `a${place + 1}`, 'props.color': color, 'props.richText': richText(words) };
      return shape(type, `${type}-${place}`, fields);
    });
    await client.edit(...records.map((record) => ({ op: 'create' as const, record })));
  }
}
