import { isRemarkId, type Change, type JournalEntry, type PupilData } from '@bridgeboard/protocol';

import { takeTouched, type BoardState, type Slot } from '../board/board-state.ts';
import { typeOf } from '../board/layers.ts';
import { withDependents } from '../board/references.ts';
import { applyEntry } from '../journal/entry-draft.ts';
import { RecordProjector } from '../view/project-record.ts';
import { schoolOf, visibleLayers, type Viewer } from '../view/viewer.ts';
import { OpenSpans } from './open-spans.ts';

/** Whose work could be seen in a record. */
interface Shown {
  readonly record: string;
  readonly author: string;
  readonly school: string;
  readonly data: Extract<PupilData, 'work' | 'pictures' | 'remarks'>;
}

/** From when until when it could; null where it still can. */
export interface Sight extends Shown {
  readonly from: number;
  readonly until: number | null;
}

/** Through whose eyes a board's past is looked at. */
export interface Eyes {
  readonly viewer: Viewer;
  /** The school of which also those are told who changed another's piece; of others whose piece it is, as everywhere (HIST6). */
  readonly own: string;
  /** Whether all that there is of the own school counts, in the bin too: its staff take that out with a pupil's file (SG-20). */
  readonly withBin: boolean;
}

/** BRE2: goes along a board's journal and notes whose work one viewer could see, in which records, from when until when. */
export class SightTeller {
  readonly #state: BoardState;
  readonly #eyes: Eyes;
  /** By record and author. */
  readonly #spans = new OpenSpans<Shown>();
  /** People of the own school whose changes are in the base of another's piece: a board as it stands does not say so. */
  readonly #inBase = new Map<string, Set<string>>();
  #hasLeft = false;

  /** @param state a board on which nothing has happened yet; it is moved along */
  constructor(state: BoardState, eyes: Eyes) {
    this.#state = state;
    this.#eyes = eyes;
  }

  /** The next whole act of the journal (`WholeActs`). */
  take(act: JournalEntry): void {
    applyEntry(this.#state, act);
    const { at, actor } = act.facts;
    for (const change of act.facts.changes) this.#note(change, { at, by: actor?.person });
    this.#look(withDependents(this.#state, takeTouched(this.#state).records), at);
  }

  /** In the order in which they began. */
  sights(): Sight[] {
    return this.#spans.all();
  }

  #note(change: Change, { at, by }: { at: number; by: string | undefined }): void {
    switch (change.kind) {
      case 'school-left':
        if (change.school === schoolOf(this.#eyes.viewer)) this.#leave(at);
        break;
      case 'release':
        if (change.to === 'board') this.#putIn(change.id, change.author);
        break;
      case 'recall':
        this.#inBase.get(change.id)?.delete(change.author);
        break;
      case 'grow':
        if (change.layer === undefined) this.#change(change.id, by);
        break;
      case 'set-base':
        this.#change(change.id, by);
        break;
      default:
    }
  }

  /** Whoever may not change others' work only moves it out of the way of something of their own. */
  #change(record: string, by: string | undefined): void {
    if (by !== undefined && this.#state.members.get(by)?.level === 'all') this.#putIn(record, by);
  }

  #putIn(record: string, person: string): void {
    if (this.#state.members.get(person)?.school !== this.#eyes.own) return;
    this.#inBase.set(record, (this.#inBase.get(record) ?? new Set()).add(person));
  }

  #leave(at: number): void {
    this.#hasLeft = true;
    for (const record of this.#spans.groups()) this.#show(record, [], at);
  }

  #look(records: ReadonlySet<string>, at: number): void {
    if (this.#hasLeft) return;
    const projector = new RecordProjector(this.#state, this.#eyes.viewer);
    for (const record of records) {
      const slot = this.#slotOf(record);
      const isSeen = slot !== undefined && (this.#isAll(slot) || projector.record(record) !== null);
      this.#show(record, isSeen ? this.#shownIn(slot) : [], at);
    }
  }

  #slotOf(record: string): Slot | undefined {
    const slot = this.#state.slots.get(record);
    return slot ?? (this.#eyes.withBin ? this.#state.bin.get(record)?.slot : undefined);
  }

  /** What is in the bin is the own school's alone. */
  #isAll({ school }: Slot): boolean {
    return this.#eyes.withBin && school === this.#eyes.own;
  }

  /** Whose work a viewer has before them who sees the record. */
  #shownIn(slot: Slot): Shown[] {
    const data = dataOf(slot);
    if (data === null) return [];
    const { own, viewer } = this.#eyes;
    const layers = visibleLayers(slot, viewer).filter(({ school }) => school === own);
    const others = new Set([...layers.map(({ author }) => author), ...(this.#inBase.get(slot.id) ?? [])]);
    others.delete(slot.author);
    const { id: record, author, school } = slot;
    return [
      { record, author, school, data },
      ...[...others].map((one) => ({ record, author: one, school: own, data })),
    ];
  }

  #show(record: string, shown: readonly Shown[], at: number): void {
    const authors = new Set(shown.map(({ author }) => author));
    for (const author of this.#spans.keysOf(record)) if (!authors.has(author)) this.#spans.end(record, author, at);
    for (const what of shown) this.#spans.begin(record, what.author, { what, at });
  }
}

/** Null for what is nothing by itself: a page, what holds an arrow, the picture behind an image. */
function dataOf(slot: Slot): Shown['data'] | null {
  if (isRemarkId(slot.id)) return 'remarks';
  if (!slot.id.startsWith('shape:')) return null;
  return typeOf(slot) === 'image' ? 'pictures' : 'work';
}
