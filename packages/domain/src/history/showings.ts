import type { JournalEntry } from '@bridgeboard/protocol';

import { takeTouched, type BoardState, type Slot } from '../board/board-state.ts';
import { withDependents } from '../board/references.ts';
import { applyEntry } from '../journal/entry-draft.ts';
import { RecordProjector } from '../view/project-record.ts';
import type { Viewer } from '../view/viewer.ts';
import { OpenSpans } from './open-spans.ts';

/** That a record was shown to a school, from when until when; null where it still is. */
export interface Showing {
  readonly record: string;
  readonly school: string;
  readonly from: number;
  readonly until: number | null;
}

/** Which records are asked about, and the school whose they are. */
export interface AboutShowings {
  readonly school: string;
  readonly isAbout: (slot: Slot) => boolean;
}

/**
 * HIST8, HIST9: goes along a board's journal and notes to which schools records have been shown: to the pupils of their own, and to
 * each other school as soon as its staff could see them. What those let their own pupils see is theirs to know (P36). Only what an act
 * touches is looked at, so that a long journal takes no longer for having many records.
 */
export class ShowingTeller {
  readonly #state: BoardState;
  readonly #about: AboutShowings;
  readonly #left = new Set<string>();
  /** Schools that have been looked for: to one that is met later all that stands is shown. */
  readonly #known = new Set<string>();
  /** By school and record. */
  readonly #spans = new OpenSpans<Pick<Showing, 'record' | 'school'>>();

  /** @param state a board on which nothing has happened yet; it is moved along */
  constructor(state: BoardState, about: AboutShowings) {
    this.#state = state;
    this.#about = about;
  }

  /** The next whole act of the journal (`WholeActs`). */
  take(act: JournalEntry): void {
    applyEntry(this.#state, act);
    const touched = withDependents(this.#state, takeTouched(this.#state).records);
    for (const change of act.facts.changes) {
      if (change.kind !== 'school-left') continue;
      this.#left.add(change.school);
      for (const record of this.#spans.keysOf(change.school)) this.#spans.end(change.school, record, act.facts.at);
    }
    for (const school of this.#schools()) {
      this.#look(school, this.#known.has(school) ? touched : this.#allRecords(), act.facts.at);
      this.#known.add(school);
    }
  }

  /** In the order in which they began. */
  showings(): Showing[] {
    return this.#spans.all();
  }

  /** Those of the board, and those who were on it: a board as it is now does not name who has left it. */
  #schools(): Set<string> {
    const schools = new Set(this.#state.schools);
    for (const [, member] of this.#state.members.entries()) schools.add(member.school);
    for (const school of this.#left) schools.delete(school);
    return schools;
  }

  #allRecords(): Set<string> {
    return new Set([...this.#state.slots.entries()].map(([id]) => id));
  }

  #look(school: string, records: ReadonlySet<string>, at: number): void {
    const viewer: Viewer = { kind: school === this.#about.school ? 'pupils' : 'staff', school };
    const projector = new RecordProjector(this.#state, viewer);
    for (const record of records) {
      const slot = this.#state.slots.get(record);
      const isShown = slot !== undefined && this.#about.isAbout(slot) && projector.record(record) !== null;
      if (isShown) this.#spans.begin(school, record, { what: { record, school }, at });
      else this.#spans.end(school, record, at);
    }
  }
}
