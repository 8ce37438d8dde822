import { readFileSync } from 'node:fs';

import { trustModes, type TrustLevels } from '@bridgeboard/domain';
import type { BoardMode, BoardRecord, TrustLevel } from '@bridgeboard/protocol';
import { describe, expect, test } from 'vitest';

import { BoardWorld, oliver, reed } from '../board-world.ts';
import { image, richText, shape } from '../records.ts';
import { drawn, put, seers } from './start.ts';

const modes: readonly BoardMode[] = ['held', 'own-school', 'open'];
const note = shape('note', 'note', { 'props.richText': richText('A heron') });
const stroke = shape('draw', 'stroke');
const school = ['reed', 'oliver', 'zainab'];
const all = ['reed', 'bello', 'oliver', 'zainab', 'aisha'];

function world(trust: TrustLevels, about: { mode?: BoardMode; openAllowed?: boolean } = {}): BoardWorld {
  const made = new BoardWorld();
  const { mode = 'held', openAllowed = mode === 'open' } = about;
  made.rule(null, { kind: 'allow-open', allowed: openAllowed });
  made.rule(reed, { kind: 'set-mode', school: 'north', mode });
  made.gates.trust.set('oliver', trust);
  return made;
}

function seenWith(board: BoardWorld, record: BoardRecord): string[] {
  board.must(oliver, ...put(record));
  return seers(board, record.id);
}

const seenIn: Readonly<Record<BoardMode, readonly string[]>> = {
  held: ['reed', 'oliver'],
  'own-school': school,
  open: all,
};

describe('what a level makes of a mode', () => {
  test('[TL4] is the table of the page', () => {
    const page = readFileSync(new URL('../../../../../docs/spec/trust.md', import.meta.url), 'utf8');
    const rows = page.split('\n').filter((line) => /^\| (?:before|after|trusted) /.test(line));
    const cells = rows.map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
    expect(cells).toEqual(Object.entries(trustModes).map(([level, row]) => [level, ...modes.map((mode) => row[mode])]));
  });

  test.each(Object.entries(trustModes) as [TrustLevel, Record<BoardMode, BoardMode>][])(
    '[TL4] is what happens: %s',
    (level, row) => {
      for (const mode of modes) {
        expect(seenWith(world({ words: level }, { mode, openAllowed: true }), note), mode).toEqual(seenIn[row[mode]]);
      }
    },
  );

  test('[TL4] lets nothing out to other schools unseen that the charters want to be looked at', () => {
    for (const level of ['after', 'trusted'] as const) {
      for (const mode of ['held', 'own-school'] as const) {
        expect(seenWith(world({ words: level }, { mode }), note)).toEqual(school);
      }
    }
  });

  test('[TL1] counts for the kind it is for, and for nobody else', () => {
    const board = world({ words: 'after', drawing: 'before' });
    expect(seenWith(board, note)).toEqual(school);
    expect(seenWith(board, stroke)).toEqual(['reed', 'oliver']);
    const other = world({ drawing: 'after' });
    expect(seenWith(other, note)).toEqual(['reed', 'oliver']);
    expect(seenWith(other, stroke)).toEqual(school);
  });

  test('[TL4] leaves pictures where the board puts them, unless all charters agree, and then lets them out to the school alone', () => {
    for (const openAllowed of [false, true]) {
      const board = world({ picture: 'trusted' }, { openAllowed });
      const shown = image('photo', board.upload(oliver, 'photo'));
      expect(seenWith(board, shown)).toEqual(openAllowed ? school : ['reed', 'oliver']);
    }
  });

  test('[TL4] is never above what is late, or what the text check finds', () => {
    const board = world({ words: 'trusted' }, { openAllowed: true });
    expect(seenWith(board, shape('note', 'note', { 'props.richText': richText('gloop') }))).toEqual(['reed', 'oliver']);
    board.edit(oliver, put(shape('note', 'late')), true);
    expect(seers(board, shape('note', 'late').id)).toEqual(['reed', 'oliver']);
  });
});

test('[TL4] what goes to the school at once waits for the board all the same', () => {
  const board = world({ words: 'after' });
  const id = drawn(board, oliver, note);
  expect(board.caseFor(reed, id)?.status).toBe('waiting');
});
