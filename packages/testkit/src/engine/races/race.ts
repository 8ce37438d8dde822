import type { Verdict } from '@bridgeboard/protocol';

import { interleavings, type Course, type Turn } from './interleavings.ts';

/** What can be done to one note of a pupil's. `write` puts new words into it; `look` takes the case as it stands, for the decision that follows. */
export type RaceStep =
  | { readonly kind: 'write' | 'erase' | 'look' | 'undo' | 'hide' | 'show' | 'freeze' | 'thaw' }
  | { readonly kind: 'decide'; readonly verdict: Verdict };

/** Where the note stands when the race begins, and what its school's mode is. */
export interface RaceStart {
  readonly mode: 'held' | 'own-school' | 'open';
  /** Whether words of it were let out before; new ones wait in any case. */
  readonly letOut: boolean;
  /** Whether a burst is closed before the next step; without it a decision finds its author still drawing. */
  readonly pause: boolean;
}

/** One order of the steps of three actors from one start. */
export interface Race {
  readonly start: RaceStart;
  readonly turns: readonly Turn<RaceStep>[];
}

const step = (kind: Exclude<RaceStep['kind'], 'decide'>): RaceStep => ({ kind });
const verdicts: readonly Verdict[] = ['board', 'school', 'return', 'reject'];
const judging: readonly (readonly RaceStep[])[] = verdicts.map((verdict) => [
  step('look'),
  { kind: 'decide', verdict },
]);

const author: readonly (readonly RaceStep[])[] = [
  [step('write'), step('write')],
  [step('write'), step('erase')],
];
/** A colleague of the teacher, who is at the same queue. */
const colleague: readonly (readonly RaceStep[])[] = [
  ...judging,
  [step('look'), step('undo')],
  [step('hide'), step('show')],
  [step('hide'), step('undo')],
  [step('write'), step('write')],
  [step('freeze'), step('thaw')],
];
/** Staff of the other school, who may write on what was let out and decide nothing. */
const partner: readonly (readonly RaceStep[])[] = [
  [step('write'), step('write')],
  [step('hide'), step('undo')],
];

function* starts(): Generator<RaceStart> {
  for (const mode of ['held', 'own-school', 'open'] as const) {
    for (const letOut of [false, true]) for (const pause of [true, false]) yield { mode, letOut, pause };
  }
}

function* casts(): Generator<readonly Course<RaceStep>[]> {
  for (const writing of author) {
    for (const deciding of judging) {
      const [pupil, teacher] = [
        { actor: 'oliver', steps: writing },
        { actor: 'reed', steps: deciding },
      ];
      for (const steps of colleague) yield [pupil, teacher, { actor: 'khan', steps }];
      for (const steps of partner) yield [pupil, teacher, { actor: 'bello', steps }];
    }
  }
}

/** All races: every start, every cast of three actors with two steps each, every order of the six steps. */
export function* allRaces(): Generator<Race> {
  for (const start of starts()) {
    for (const cast of casts()) for (const turns of interleavings(cast)) yield { start, turns };
  }
}
