import type { JournalEntry } from '@bridgeboard/protocol';

import { takeTouched, type BoardState } from '../board/board-state.ts';
import { withDependents } from '../board/references.ts';
import { applyEntry } from '../journal/entry-draft.ts';
import { RecordProjector } from '../view/project-record.ts';
import type { Showing } from './showings.ts';

/** That something of a pupil's was shown to another school, from when until when. */
export interface Disclosure extends Showing {
  readonly record: string;
}

/**
 * HIST9: goes along a board's journal and notes what of one pupil's other schools could see, each as soon as its staff could. Only what
 * an act touches is looked at, so that a long journal takes no longer for having many records.
 */
export class DisclosureTeller {
  readonly #state: BoardState;
  readonly #pupil: { readonly person: string; readonly school: string };
  readonly #found: Disclosure[] = [];
  /** Where in the list the one stands that has not ended, by school and record. */
  readonly #open = new Map<string, number>();

  /** @param state a board on which nothing has happened yet; it is moved along */
  constructor(state: BoardState, pupil: { readonly person: string; readonly school: string }) {
    this.#state = state;
    this.#pupil = pupil;
  }

  /** The next whole act of the journal (`WholeActs`). */
  take(act: JournalEntry): void {
    applyEntry(this.#state, act);
    const touched = withDependents(this.#state, takeTouched(this.#state).records);
    const left = act.facts.changes.flatMap((change) => (change.kind === 'school-left' ? [change.school] : []));
    for (const school of left) this.#endAll(school, act.facts.at);
    for (const school of this.#state.schools) this.#look(school, touched, act.facts.at);
  }

  /** In the order in which they began. */
  disclosures(): Disclosure[] {
    return [...this.#found];
  }

  #look(school: string, touched: ReadonlySet<string>, at: number): void {
    if (school === this.#pupil.school) return;
    const projector = new RecordProjector(this.#state, { kind: 'staff', school });
    for (const record of touched) {
      const isTheirs = this.#state.slots.get(record)?.author === this.#pupil.person;
      const isShown = isTheirs && projector.record(record) !== null;
      const key = `${school} ${record}`;
      const place = this.#open.get(key);
      if (isShown === (place !== undefined)) continue;
      if (isShown) this.#open.set(key, this.#found.push({ record, school, from: at, until: null }) - 1);
      else this.#end(key, at);
    }
  }

  #endAll(school: string, at: number): void {
    const all = [...this.#open.keys()].filter((key) => key.startsWith(`${school} `));
    for (const key of all) this.#end(key, at);
  }

  #end(key: string, at: number): void {
    const place = this.#open.get(key);
    const one = place === undefined ? undefined : this.#found[place];
    if (place !== undefined && one) this.#found[place] = { ...one, until: at };
    this.#open.delete(key);
  }
}
