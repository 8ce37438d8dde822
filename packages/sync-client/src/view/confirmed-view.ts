import { applyFields, dropFields } from '@bridgeboard/domain';
import type { Author, BoardRecord, CaseView, Patch, PrivateFrame, Stamp, ViewItem } from '@bridgeboard/protocol';

import { Observable } from '../observable.ts';

/**
 * What the server has told this session: the shared view, and laid over it what is this person's alone. Nothing here is
 * a guess; what the person did and the server has not answered stands elsewhere.
 */
export class ConfirmedView {
  readonly authors = new Observable<ReadonlyMap<string, Author>>(new Map());
  readonly cases = new Observable<ReadonlyMap<string, CaseView>>(new Map());
  readonly #shared = new Map<string, ViewItem>();
  /** Null: in the shared view, but not in this person's. */
  readonly #own = new Map<string, ViewItem | null>();
  #sharedCases = new Map<string, CaseView>();
  #ownCases = new Map<string, CaseView>();
  #touched = new Set<string>();

  /** The record as this person may see it, or null. */
  record(id: string): BoardRecord | null {
    return this.#item(id)?.record ?? null;
  }

  /** Whose it is and how far it has been let out, or null. */
  stamp(id: string): Stamp | null {
    return this.#item(id)?.stamp ?? null;
  }

  /** Ids of everything that may have changed since the last call. */
  takeTouched(): Set<string> {
    const touched = this.#touched;
    this.#touched = new Set();
    return touched;
  }

  /** Takes over a frame's changes of the shared view. */
  applyShared(patch: Patch): void {
    this.#apply(patch, this.#shared, (id) => this.#shared.get(id) ?? null);
    for (const id of patch.remove ?? []) this.#shared.delete(id);
    if (patch.cases) this.#setCases(withCases(this.#sharedCases, patch.cases), this.#ownCases);
  }

  /** The shared view as a whole, in place of what was there. */
  replaceShared(patch: Patch): void {
    for (const id of this.#shared.keys()) this.#touched.add(id);
    this.#shared.clear();
    this.#sharedCases = new Map();
    this.applyShared({ cases: [], ...patch });
  }

  /** Takes over what a private frame says of this person's own part. */
  applyOwn(frame: Pick<PrivateFrame, 'reset' | 'own' | 'hide'>): void {
    if (frame.reset === true) this.#clearOwn();
    const own = frame.own ?? {};
    this.#apply(own, this.#own, (id) => this.#own.get(id) ?? this.#shared.get(id) ?? null);
    for (const id of own.remove ?? []) this.#own.delete(id);
    for (const id of frame.hide ?? []) {
      this.#own.set(id, null);
      this.#touched.add(id);
    }
    if (own.cases) this.#setCases(this.#sharedCases, withCases(this.#ownCases, own.cases));
  }

  /** Forgets everything: the board was restored to another time. */
  clear(): void {
    this.replaceShared({});
    this.#clearOwn();
  }

  #item(id: string): ViewItem | null {
    const own = this.#own.get(id);
    return own === undefined ? (this.#shared.get(id) ?? null) : own;
  }

  #clearOwn(): void {
    for (const id of this.#own.keys()) this.#touched.add(id);
    this.#own.clear();
    this.#setCases(this.#sharedCases, new Map());
  }

  /** Puts and sets; what `remove` means differs between the two parts. */
  #apply(patch: Patch, into: Map<string, ViewItem | null>, below: (id: string) => ViewItem | null): void {
    for (const item of patch.put ?? []) {
      into.set(item.record.id, item);
      this.#touched.add(item.record.id);
    }
    for (const line of patch.set ?? []) {
      const item = below(line.id);
      if (!item) continue;
      into.set(line.id, withLine(item, line));
      this.#touched.add(line.id);
    }
    for (const id of patch.remove ?? []) this.#touched.add(id);
    this.#addAuthors(patch.authors ?? []);
  }

  #addAuthors(authors: readonly Author[]): void {
    if (authors.length === 0) return;
    this.authors.set(new Map([...this.authors.value, ...authors.map((author) => [author.key, author] as const)]));
  }

  #setCases(shared: Map<string, CaseView>, own: Map<string, CaseView>): void {
    this.#sharedCases = shared;
    this.#ownCases = own;
    this.cases.set(new Map([...shared, ...own]));
  }
}

function withCases(known: ReadonlyMap<string, CaseView>, news: readonly CaseView[]): Map<string, CaseView> {
  return new Map([...known, ...news.map((one) => [one.id, one] as const)]);
}

type SetLine = NonNullable<Patch['set']>[number];

function withLine(
  { record, stamp }: ViewItem,
  { fields = {}, unset = [], stamp: newStamp = stamp }: SetLine,
): ViewItem {
  const kept = unset.length > 0 ? dropFields(record, unset) : record;
  return { record: applyFields(kept, fields), stamp: newStamp };
}
