import { isOpenCase, privateDigest, viewDigest } from '@bridgeboard/domain';
import type {
  Author,
  BoardRecord,
  BoardRules,
  CaseView,
  LostPage,
  Patch,
  PrivateFrame,
  Stamp,
  Standing,
  ViewItem,
} from '@bridgeboard/protocol';

import { Observable } from '../observable.ts';
import { applyLines, type PatchTarget } from './patch-lines.ts';

/**
 * What the server has told this session: the shared view, and laid over it what is this person's alone. Nothing here is
 * a guess; what the person did and the server has not answered stands elsewhere. Items are replaced, never changed.
 */
export class ConfirmedView {
  readonly authors = new Observable<ReadonlyMap<string, Author>>(new Map());
  readonly cases = new Observable<ReadonlyMap<string, CaseView>>(new Map());
  /** The board's rules, once they have been told. */
  readonly rules = new Observable<BoardRules | null>(null);
  /** How this person stands on the board, once it has been told. */
  readonly standing = new Observable<Standing | null>(null);
  /** Pages that others deleted with this person's work on them, as long as they can be restored. */
  readonly lost = new Observable<readonly LostPage[]>([]);
  readonly #shared = new Map<string, ViewItem>();
  /** Null: in the shared view, but not in this person's. */
  readonly #own = new Map<string, ViewItem | null>();
  readonly #sharedTarget = this.#target(this.#shared, (id) => this.#shared.get(id) ?? null);
  readonly #ownTarget = this.#target(this.#own, (id) => this.#own.get(id) ?? this.#shared.get(id) ?? null);
  /** The reader's own school, once they are on the board. */
  #school: string | null = null;
  #sharedCases = new Map<string, CaseView>();
  #ownCases = new Map<string, CaseView>();
  #touched = new Set<string>();

  readonly #naming: (author: Author) => Author;

  constructor(naming: (author: Author) => Author = (author) => author) {
    this.#naming = naming;
  }

  /** Somebody is on the board, and reads from here on. */
  begin(you: Author): void {
    this.#school = you.school;
    this.#addAuthors([you]);
  }

  /** Whether another school has stopped everything, so that the reader sees nothing of the board (P39). */
  get isOutOfSight(): boolean {
    return this.rules.value?.stoppedBy.some((by) => by !== this.#school) === true;
  }

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

  /** P30: digest of the shared view as it stands. Cases that are closed have left it. */
  sharedDigest(): string {
    return viewDigest(this.#shared.values(), [...this.#sharedCases.values()].filter(isOpenCase));
  }

  /** P30: digest of this person's own part as it stands. */
  ownDigest(): string {
    return privateDigest(this.#own, this.#ownCases.values());
  }

  /** Takes over a frame's changes of the shared view. */
  applyShared(patch: Patch): void {
    applyLines(patch, this.#sharedTarget);
    for (const id of patch.remove ?? []) {
      this.#shared.delete(id);
      this.#touched.add(id);
    }
    this.#addAuthors(patch.authors ?? []);
    if (patch.cases) this.#setCases(withCases(this.#sharedCases, patch.cases), this.#ownCases);
    if (patch.rules) this.#takeRules(patch.rules);
  }

  /** The shared view as a whole, in place of what was there. */
  replaceShared(patch: Patch): void {
    for (const id of this.#shared.keys()) this.#touched.add(id);
    this.#shared.clear();
    this.#sharedTarget.pens.clear();
    this.#sharedCases = new Map();
    this.applyShared({ cases: [], ...patch });
  }

  /** The view goes on in another run of the room, unchanged: only the numbers of strokes are new. */
  renumberPens(pens: Patch['pens'] = []): void {
    this.#sharedTarget.pens.clear();
    applyLines({ pens }, this.#sharedTarget);
  }

  /** Takes over what a private frame says of this person's own part. */
  applyOwn(frame: Pick<PrivateFrame, 'reset' | 'own' | 'hide' | 'you' | 'lost'>): void {
    if (frame.reset === true) this.#clearOwn();
    const own = frame.own ?? {};
    applyLines(own, this.#ownTarget);
    this.#addAuthors(own.authors ?? []);
    for (const id of own.remove ?? []) {
      this.#own.delete(id);
      this.#touched.add(id);
    }
    for (const id of frame.hide ?? []) {
      this.#own.set(id, null);
      this.#touched.add(id);
    }
    if (own.cases) this.#setCases(this.#sharedCases, withCases(this.#ownCases, own.cases));
    if (frame.you) this.standing.set(frame.you);
    if (frame.lost) this.lost.set(frame.lost);
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

  #target(into: Map<string, ViewItem | null>, below: PatchTarget['below']): PatchTarget {
    const put = (id: string, item: ViewItem): void => {
      into.set(id, item);
      this.#touched.add(id);
    };
    return { below, put, pens: new Map() };
  }

  #clearOwn(): void {
    for (const id of this.#own.keys()) this.#touched.add(id);
    this.#own.clear();
    this.#ownTarget.pens.clear();
    this.#setCases(this.#sharedCases, new Map());
    if (this.lost.value.length > 0) this.lost.set([]);
  }

  #addAuthors(authors: readonly Author[]): void {
    if (authors.length === 0) return;
    this.authors.set(
      new Map([...this.authors.value, ...authors.map((author) => [author.key, this.#naming(author)] as const)]),
    );
  }

  /** P39: staff who see nothing of the board have no case; what stands of them is told when it goes on. */
  #takeRules(rules: BoardRules): void {
    this.rules.set(rules);
    if (this.isOutOfSight) this.#setCases(new Map(), this.#ownCases);
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
