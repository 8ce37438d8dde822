import { errorRules, type ErrorCode, type Joined, type Refused } from '@bridgeboard/protocol';
import { expect, test } from 'vitest';

import { Joiner } from './joiner.ts';

function open() {
  const done: string[] = [];
  const say = (what: string) => (): void => void done.push(what);
  const link = {
    open: say('open'),
    join: say('join'),
    edit: say('edit'),
    presence: say('presence'),
    move: say('move'),
    renew: say('renew'),
    close: say('close'),
  };
  const joiner = new Joiner({ link, board: 'board-0001', client: 'client-of-this-tab', place: () => undefined });
  joiner.ready();
  joiner.up();
  return { joiner, done };
}

const refusal = (code: ErrorCode): Refused => ({
  code,
  message: '',
  retryable: errorRules[code].retryable,
  requestId: 'r',
});

test.each(['SLOW_CONSUMER', 'BOARD_FULL', 'SERVER_RESTARTING'] as const)(
  'who is sent away with %s comes back by themselves, and it is said why until they are on the board',
  (code) => {
    const { joiner, done } = open();
    joiner.ended(refusal(code));
    expect(done).toEqual(['join', 'renew']);
    expect([joiner.obstacle.value, joiner.end]).toEqual([code, null]);
    joiner.down();
    joiner.up();
    joiner.joined({} as Joined);
    expect(joiner.obstacle.value).toBeNull();
    expect(done).toEqual(['join', 'renew', 'join']);
  },
);

test('a session that may not go on is over for good', () => {
  const { joiner, done } = open();
  joiner.ended(refusal('SESSION_ENDED'));
  expect(done).toEqual(['join', 'close']);
  expect([joiner.standing.value, joiner.end?.code]).toEqual(['ended', 'SESSION_ENDED']);
});

test('a refusal of something else, once on the board, ends nothing', () => {
  const { joiner, done } = open();
  joiner.joined({} as Joined);
  joiner.refused(refusal('BAD_EVENT'));
  expect([joiner.standing.value, done]).toEqual(['joined', ['join']]);
});
