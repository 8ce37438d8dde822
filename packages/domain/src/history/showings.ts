import type { JournalEntry } from '@bridgeboard/protocol';

import type { BoardState } from '../board/board-state.ts';
import { applyEntry } from '../journal/entry-draft.ts';
import { RecordProjector } from '../view/project-record.ts';
import type { Viewer } from '../view/viewer.ts';

/** That a piece was shown to a school, from when until when; null where it still is. */
export interface Showing {
  readonly school: string;
  readonly from: number;
  readonly until: number | null;
}

/**
 * HIST8: goes along a board's journal and notes to which schools a piece has been shown: to the pupils of its own, and to each
 * other school as soon as its staff could see it. What those let their own pupils see is theirs to know (P36).
 */
export class ShowingTeller {
  readonly state: BoardState;
  readonly #record: string;
  readonly #school: string;
  readonly #left = new Set<string>();
  readonly #showings: Showing[] = [];

  /** @param state a board on which nothing has happened yet; it is moved along */
  constructor(state: BoardState, about: { readonly record: string; readonly school: string }) {
    this.state = state;
    this.#record = about.record;
    this.#school = about.school;
  }

  /** The next whole act of the journal (`WholeActs`). */
  take(act: JournalEntry): void {
    applyEntry(this.state, act);
    for (const change of act.facts.changes) if (change.kind === 'school-left') this.#left.add(change.school);
    for (const school of this.#schools()) this.#note(school, act.facts.at);
  }

  /** In the order in which they began. */
  showings(): Showing[] {
    return [...this.#showings];
  }

  /** Those of the board, and whoever has left it since. */
  #schools(): Set<string> {
    const schools = new Set(this.state.schools);
    for (const [, member] of this.state.members.entries()) schools.add(member.school);
    return schools;
  }

  #note(school: string, at: number): void {
    const viewer: Viewer = { kind: school === this.#school ? 'pupils' : 'staff', school };
    const isShown = !this.#left.has(school) && new RecordProjector(this.state, viewer).record(this.#record) !== null;
    const place = this.#showings.findLastIndex((one) => one.school === school);
    const last = this.#showings[place];
    const wasShown = last?.until === null;
    if (isShown === wasShown) return;
    if (isShown) this.#showings.push({ school, from: at, until: null });
    else if (last) this.#showings[place] = { ...last, until: at };
  }
}
