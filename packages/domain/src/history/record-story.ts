import type { FieldName, Json } from '@bridgeboard/protocol';

import type { Slot } from '../board/board-state.ts';
import { placeFields } from '../board/place-fields.ts';
import { fieldChanges, partOf, type FieldChange } from './parts.ts';

/** What fields of a part were before somebody's newest changes of them; undefined where the part had no such field. */
export type Former = Map<string, Map<FieldName, Json | undefined>>;

/** How the span came to be what last brought a record onto the board, or took it off. */
export interface Coming {
  /** The record as it was before the span did that; null where it was not on the board. */
  readonly before: Slot | null;
  readonly former: Former;
  /** Made anew, not just brought back from the bin. */
  isMade: boolean;
  /** Whether anything else has changed it since. */
  isBuiltOn: boolean;
}

/** One step of the journal as one record went through it. */
export interface Passage {
  readonly kind: string;
  readonly before: Slot | null;
  readonly after: Slot | null;
  readonly isInSpan: boolean;
  /** Whether the fields of a part can be seen by whoever rewinds; unseen ones must not decide about seen ones (P23). */
  readonly isSeen: (part: string) => boolean;
}

/** How things stood before an act that may be taken back. */
interface Mark {
  readonly slot: Slot | null;
  readonly former: Former;
  readonly coming: Coming | null;
  readonly isTakenOff: boolean;
}

/**
 * What a record has gone through since a span began, told step by step: of what the newest change is the span's own, and
 * what was there before it. Only that may be taken back; what anybody changed later stays (P26).
 */
export class RecordStory {
  #former: Former = new Map();
  #coming: Coming | null = null;
  #isTakenOffByOthers = false;
  readonly #marks: Mark[] = [];
  readonly #overwritten = new Map<string, { part: string; field: FieldName }>();
  /** The case that a layer was last in. */
  readonly caseOf = new Map<string, string>();

  get former(): Former {
    return this.#former;
  }

  /** Null as well where somebody else has taken the record off since: what is off by them stays off. */
  get coming(): Coming | null {
    return this.#isTakenOffByOthers ? null : this.#coming;
  }

  /** Fields that the span changed and somebody else changed after it. */
  get overwritten(): Iterable<{ readonly part: string; readonly field: FieldName }> {
    return this.#overwritten.values();
  }

  pass(step: Passage): void {
    const { before, after } = step;
    // What another school lets its pupils see is no change of the record, and nobody else may be told of it (P36).
    if (step.kind === 'accept') return;
    for (const slot of [before, after]) {
      for (const layer of slot?.layers ?? []) this.caseOf.set(partOf(layer), layer.case);
    }
    if (before && after) this.#change({ ...step, before, after });
    else if (before || after) this.#comeOrGo(step);
  }

  /** Remembers how things stand before an act that staff may take back: a decision, or another rewind. */
  mark(slot: Slot | null): void {
    const coming = this.#coming && { ...this.#coming };
    this.#marks.push({ slot, former: copyOf(this.#former), coming, isTakenOff: this.#isTakenOffByOthers });
  }

  /** After an act that takes another back: where the record is again what it was, it is as if neither had been. */
  takenBack(slot: Slot | null): void {
    const place = this.#marks.findLastIndex((mark) => isSame(mark.slot, slot));
    const mark = this.#marks[place];
    if (!mark) return;
    this.#marks.length = place;
    this.#former = mark.former;
    this.#coming = mark.coming;
    this.#isTakenOffByOthers = mark.isTakenOff;
    for (const [part, fields] of mark.former)
      for (const field of fields.keys()) this.#overwritten.delete(`${part} ${field}`);
  }

  /** What a decision has approved is no longer the span's, changed or not. */
  approved(): void {
    for (const [part, fields] of this.#former) for (const field of fields.keys()) this.#overwrite(part, field);
    if (this.#coming) this.#coming.isBuiltOn = true;
  }

  #change({ before, after, isInSpan, isSeen }: Passage & { before: Slot; after: Slot }): void {
    const changes = fieldChanges(before, after);
    // What other schools hold on it must not decide whether it goes (P23).
    const isUnseen = changes.length > 0 && changes.every(({ part }) => !isSeen(part));
    if (!isInSpan && !isUnseen && this.#coming) this.#coming.isBuiltOn = true;
    for (const change of changes) {
      if (isInSpan) this.#keepFormer(change);
      else this.#lose(change, isSeen);
    }
  }

  #comeOrGo({ before, after, kind, isInSpan }: Passage): void {
    this.#isTakenOffByOthers = !isInSpan && !after;
    if (!isInSpan) {
      if (kind === 'create') this.#startAnew();
      return;
    }
    this.#coming ??= { before, former: copyOf(this.#former), isMade: false, isBuiltOn: false };
    if (kind !== 'create') return;
    this.#coming.isMade = true;
    this.#former = new Map();
  }

  #startAnew(): void {
    this.#former = new Map();
    this.#coming = null;
  }

  #keepFormer({ part, field, was }: FieldChange): void {
    const fields = this.#former.get(part) ?? new Map<FieldName, Json | undefined>();
    this.#former.set(part, fields);
    if (!fields.has(field)) fields.set(field, was);
    this.#overwritten.delete(`${part} ${field}`);
  }

  /** A place counts as one: numbers that somebody gave it in one frame must not be mixed with those of another. */
  #lose({ part, field }: FieldChange, isSeen: (part: string) => boolean): void {
    this.#overwrite(part, field);
    if (!placeFields.has(field) || field === 'index' || !isSeen(part)) return;
    for (const [other, fields] of this.#former) {
      const isMoved = fields.has('parentId') || field === 'parentId';
      if (isMoved) for (const place of placeFields) this.#overwrite(other, place);
    }
  }

  #overwrite(part: string, field: FieldName): void {
    if (this.#former.get(part)?.delete(field)) this.#overwritten.set(`${part} ${field}`, { part, field });
  }
}

function isSame(a: Slot | null, b: Slot | null): boolean {
  if (!a || !b) return a === b;
  return a.hidden === b.hidden && fieldChanges(a, b).length === 0;
}

function copyOf(former: Former): Former {
  return new Map([...former].map(([part, fields]) => [part, new Map(fields)]));
}
