import { caseOfConcern, ConcernCheck, sealConcern } from '@bridgeboard/domain';
import type { ConcernDraft, ConcernEvent, KeptConcernLine } from '@bridgeboard/protocol';
import { describe, expect, it } from 'vitest';

const reported: ConcernEvent = {
  kind: 'reported',
  board: 'board-00001',
  about: 'piece',
  record: 'shape:one',
  assets: [],
  whose: null,
  reason: 'unkind',
  seq: 3,
};

/** Lines of one report: who did what, by school. */
function linesOf(...events: readonly [school: string, event: ConcernEvent][]): KeptConcernLine[] {
  const lines: KeptConcernLine[] = [];
  for (const [school, event] of events) {
    const { number, hash } = lines.at(-1)?.line ?? { number: 0, hash: '' };
    const by = { person: `lead of ${school}`, school, role: 'staff' as const };
    const facts: ConcernDraft = {
      concern: 'concern-001',
      at: 1,
      by,
      schools: ['north', 'south'],
      event,
      content: null,
    };
    const content = event.kind === 'reported' || event.kind === 'noted' ? `sealed ${number}` : null;
    lines.push(sealConcern({ number, hash }, { ...facts, content }));
  }
  return lines;
}

const stateFor = (school: string, ...events: readonly [string, ConcernEvent][]) =>
  caseOfConcern(
    linesOf(['north', reported], ...events).map(({ line }) => line),
    school,
  );

describe('a report as a school has it', () => {
  it('[SGD4] goes from received by seen and in hand to closed, and each school goes by itself', () => {
    const way: [string, ConcernEvent][] = [
      ['north', { kind: 'seen' }],
      ['north', { kind: 'taken' }],
      ['north', { kind: 'noted' }],
      ['north', { kind: 'closed', outcome: 'talked' }],
    ];
    const statuses = way.map((_, i) => stateFor('north', ...way.slice(0, i + 1)).status);
    expect(statuses).toEqual(['seen', 'in hand', 'in hand', 'closed']);
    expect(stateFor('north', ...way).outcome).toBe('talked');
    expect(stateFor('south', ...way)).toMatchObject({ status: 'received', outcome: null });
  });

  it('[SGD4] a later look puts nothing back, and what is closed can be opened again', () => {
    expect(stateFor('north', ['north', { kind: 'taken' }], ['north', { kind: 'seen' }]).status).toBe('in hand');
    const closed: [string, ConcernEvent] = ['north', { kind: 'closed', outcome: 'other' }];
    const again = stateFor('north', closed, ['north', { kind: 'reopened' }]);
    expect(again).toMatchObject({ status: 'in hand', outcome: null });
  });

  it('[SG-24] is held as long as any school holds it', () => {
    const hold = (isOn: boolean): ConcernEvent => ({ kind: 'hold', isOn });
    expect(stateFor('north', ['north', hold(true)], ['south', hold(true)], ['north', hold(false)]).isHeld).toBe(true);
    expect(stateFor('north', ['north', hold(true)], ['north', hold(false)]).isHeld).toBe(false);
  });

  it('[SG-15] knows which pictures are sealed and which are gone', () => {
    const picture = (to: 'sealed' | 'freed' | 'destroyed'): [string, ConcernEvent] => [
      'north',
      { kind: 'picture', asset: 'asset-00001', to },
    ];
    expect(stateFor('south', picture('sealed')).sealed).toEqual(['asset-00001']);
    expect(stateFor('south', picture('sealed'), picture('freed')).sealed).toEqual([]);
    expect(stateFor('south', picture('sealed'), picture('destroyed'))).toMatchObject({
      sealed: [],
      destroyed: ['asset-00001'],
    });
  });
});

describe('the chain of the lines of reports', () => {
  const events: [string, ConcernEvent][] = [
    ['north', reported],
    ['south', { kind: 'seen' }],
    ['north', { kind: 'noted' }],
    ['north', { kind: 'closed', outcome: 'family' }],
  ];
  const sound = linesOf(...events);

  function faultOf(lines: readonly KeptConcernLine[]): string | null {
    const check = new ConcernCheck({ number: sound.length, hash: sound.at(-1)?.line.hash ?? '' });
    for (const line of lines) {
      const fault = check.take(line);
      if (fault !== null) return fault;
    }
    return check.end();
  }

  it('[SGD2] is whole as it was written', () => {
    expect(faultOf(sound)).toBeNull();
  });

  it('[SGD2] finds what was changed, left out, moved or cut off, and what was sealed and is other or gone', () => {
    const changed = (at: number, change: (kept: KeptConcernLine) => KeptConcernLine) =>
      sound.map((kept, i) => (i === at ? change(kept) : kept));
    expect(faultOf(changed(1, ({ line, content }) => ({ line: { ...line, at: 2 }, content })))).toBe('line');
    expect(faultOf(changed(0, ({ line }) => ({ line, content: 'other' })))).toBe('content');
    expect(faultOf(changed(0, ({ line }) => ({ line, content: null })))).toBe('content');
    expect(faultOf(sound.filter((_, i) => i !== 1))).toBe('hole');
    expect(faultOf([...sound.slice(0, 2), ...sound.slice(2).toReversed()])).toBe('hole');
    expect(faultOf(sound.slice(0, 3))).toBe('end');
  });

  it('[SGD2] [SG-24] takes it as right that something sealed is gone where a line says that it was let go', () => {
    const gone = linesOf(...events, ['north', { kind: 'forgotten' }]);
    const check = new ConcernCheck({ number: gone.length, hash: gone.at(-1)?.line.hash ?? '' });
    for (const { line } of gone) expect(check.take({ line, content: null })).toBeNull();
    expect(check.end()).toBeNull();
  });
});
