import { actingAs, viewerKey, type Binned, type BoardState, type Slot, type Viewer } from '@bridgeboard/domain';
import type { JournalEntry, Op } from '@bridgeboard/protocol';

import { canariesIn, kindOf } from '../canary.ts';
import { playerById } from '../cast.ts';
import { targetOf } from '../client/laid-over.ts';
import type { Tab } from '../client/tab.ts';
import { picturesIn } from '../server/picture-store.ts';
import type { Drawn } from '../server/server-pages.ts';
import type { Said } from '../server/server-process.ts';
import { assetsIn, seenOf, WordAudiences } from './audience.ts';
import type { Oracle } from './oracle.ts';
import type { Watch } from './watch.ts';

interface Parts {
  readonly watch: Watch;
  /** The board as the server has it in memory, if it has. */
  readonly state: () => BoardState | null;
  readonly now: () => number;
}

/**
 * Who comes in, or begins anew after reading too slowly, is brought up to the last tick: what was taken back after it may
 * still be in what they are given, so long at most, in ms (REL-07).
 */
const revocationMs = 1_000;

/**
 * REL-06 (a): nothing that the server says holds a canary of something its receiver may not see at that moment. Who may see
 * what is asked here of slots and layers alone (P1, P2, P22), not of the projection that is judged.
 */
export class PrivacyOracle implements Oracle {
  readonly #parts: Parts;
  /** Which record each written word is in. */
  readonly #recordOf = new Map<string, string>();
  readonly #kept = new Set<string>();
  /** Ids that a view, or a person, was told of: their going may be told as well. */
  readonly #told = new Map<string, Set<string>>();
  readonly #audiences = new WordAudiences();
  readonly #unread = new Set<string>();
  /** When each session came in, or began anew. */
  readonly #cameAt = new Map<string, number>();
  /** When each record changed last: a snapshot speaks of the board as of the last tick. */
  readonly #changedAt = new Map<string, number>();
  #notes = new Map<string, { author: string; school: string }>();
  checked = 0;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  edited({ player }: Tab, ops: readonly Op[]): void {
    const { id: person, school, role } = player;
    const told = this.#toldTo(role === 'staff' ? { kind: 'staff', school } : { kind: 'pupil', school, person });
    for (const op of ops) {
      // What somebody made they know of, whatever became of it.
      if (op.op === 'create') told.add(canaryOf(targetOf(op)));
      const id = targetOf(op);
      const [own = ''] = canariesIn(id);
      for (const word of canariesIn(JSON.stringify(op))) if (kindOf(word) === 't') this.#recordOf.set(word, own);
    }
  }

  kept(acts: readonly JournalEntry[]): void {
    for (const entry of acts) {
      for (const word of canariesIn(JSON.stringify(entry))) this.#kept.add(word);
      for (const change of entry.facts.changes) {
        if (isAboutManyRecords(change)) for (const id of this.#allRecords()) this.#changedAt.set(id, this.#parts.now());
        if (!('id' in change)) continue;
        // A picture comes and goes with the image that shows it, without a change of its own.
        for (const id of [change.id, ...this.#shownBy(change.id)]) this.#changedAt.set(canaryOf(id), this.#parts.now());
        this.#unread.add(change.id);
      }
    }
  }

  said({ text, viewer, event, to }: Said): void {
    const now = this.#parts.now();
    if (event === 'joined' || event === 'resync') {
      this.#knowAll(to, viewer);
      for (const { id } of to) this.#cameAt.set(id, now);
    }
    const isCatchingUp = event === 'frame' && to.every(({ id }) => this.#cameAt.get(id) === now);
    this.#judge(text, { viewer, event, isCatchingUp });
  }

  /** Names of pictures stand in a drawing as their bytes, and long words in several lines. */
  drawn({ viewer, text }: Drawn): void {
    const words = text.replaceAll(/<\/text><text[^>]*>/g, '');
    this.#judge([words, ...picturesIn(text)].join(' '), { viewer, event: 'drawing', isCatchingUp: true });
  }

  snapshot(tab: Tab, text: string): void {
    this.#judge(text, { viewer: this.#sharedOf(tab), event: 'snapshot', isCatchingUp: true });
  }

  #judge(text: string, about: { viewer: Viewer; event: string; isCatchingUp: boolean }): void {
    const { viewer, event, isCatchingUp } = about;
    this.checked += 1;
    this.#read();
    for (const word of canariesIn(text)) {
      const wrong = this.#wrongWith(word, viewer);
      if (!wrong) continue;
      if (isCatchingUp && this.#isJustChanged(word)) {
        // Told for a moment more, and so may its going be.
        this.#toldTo(viewer).add(word);
        continue;
      }
      const said = `${event} to ${JSON.stringify(viewer)} holds ${word}: ${wrong}: ${text.slice(0, 1_500)}`;
      this.#parts.watch.fail('violations', said);
    }
  }

  #isJustChanged(word: string): boolean {
    const changedAt = this.#changedAt.get(this.#recordOf.get(word) ?? word) ?? -Infinity;
    return this.#parts.now() - changedAt <= revocationMs;
  }

  /** Pictures that any version of this record shows, as the board still has it: it takes an entry over after this. */
  #shownBy(id: string): string[] {
    const slot = this.#parts.state()?.slots.get(id);
    return slot ? assetsIn([slot.base, ...slot.layers]) : [];
  }

  #allRecords(): string[] {
    return [...(this.#parts.state()?.slots.entries() ?? [])].map(([id]) => canaryOf(id));
  }

  /** Looks at what has changed since it looked last: after an entry was kept, the board takes it over. */
  #read(): void {
    const state = this.#parts.state();
    if (!state) return;
    for (const id of this.#unread) {
      const slot = state.slots.get(id);
      if (slot) this.#audiences.note(slot, canariesIn);
    }
    this.#unread.clear();
  }

  #wrongWith(word: string, viewer: Viewer): string | null {
    switch (kindOf(word)) {
      case 'r':
        return this.#wrongWithRecord(word, viewer);
      case 't':
        return this.#wrongWithText(word, viewer);
      case 'n':
        return this.#wrongWithNote(word, viewer);
      case 'p':
        return this.#wrongWithName(word, viewer);
      case 'd':
        return 'ids of people never travel';
      case 'i':
        return this.#wrongWithCase(word, viewer);
      default:
        return null;
    }
  }

  #wrongWithRecord(word: string, viewer: Viewer): string | null {
    const told = this.#toldTo(viewer);
    if (told.has(word) || (viewer.kind === 'pupil' && this.#toldTo({ ...viewer, kind: 'pupils' }).has(word)))
      return null;
    const slot = this.#slotOf(word);
    const isTheirs = (slot && this.#seen(slot, viewer).length > 0) || this.#isShownTo(word, viewer);
    if (!isTheirs && !this.#isInCaseOf(word, viewer) && !isLostBy(this.#pageInBin(word), viewer))
      return 'that record is not theirs to know of';
    told.add(word);
    return null;
  }

  #wrongWithText(word: string, viewer: Viewer): string | null {
    // Whoever asks is told what their own operation was.
    if (!this.#kept.has(word)) return 'the journal does not have it';
    const slot = this.#slotOf(this.#recordOf.get(word) ?? '');
    const seen = slot ? this.#seen(slot, viewer) : [];
    if (seen.length > 0 && this.#audiences.has(word, viewer)) return null;
    const page = this.#pageInBin(this.#recordOf.get(word) ?? '');
    if (page.some(({ slot: { base } }) => JSON.stringify(base).includes(word)) && isLostBy(page, viewer)) return null;
    return seen.some((version) => JSON.stringify(version).includes(word)) ? null : 'those words are not theirs to read';
  }

  #wrongWithNote(word: string, viewer: Viewer): string | null {
    const state = this.#parts.state();
    for (const [, found] of state?.cases.entries() ?? []) {
      const note = found.decision?.note;
      if (note?.includes(word)) this.#notes.set(word, { author: found.author, school: found.school });
    }
    const note = this.#notes.get(word);
    if (!note) return 'no case has that note';
    if (viewer.kind === 'staff') return viewer.school === note.school ? null : 'a note of another school';
    return viewer.kind === 'pupil' && viewer.person === note.author ? null : 'a note to somebody else';
  }

  #wrongWithName(word: string, viewer: Viewer): string | null {
    const owner = [...playerById.values()].find(({ name }) => name.includes(word));
    return viewer.kind !== 'guests' && owner?.school === viewer.school ? null : 'a name of another school';
  }

  #wrongWithCase(word: string, viewer: Viewer): string | null {
    const found = this.#parts.state()?.cases.get(word.padEnd(22, '-'));
    if (!found) return null;
    if (viewer.kind === 'staff') return viewer.school === found.school ? null : 'a case of another school';
    return viewer.kind === 'pupil' && viewer.person === found.author ? null : "somebody else's case";
  }

  /** A case names its page and its records to whoever may know of it, also those that are gone. */
  #isInCaseOf(word: string, viewer: Viewer): boolean {
    for (const [, { author, school, page, records }] of this.#parts.state()?.cases.entries() ?? []) {
      const isTheirs =
        viewer.kind === 'pupil' ? viewer.person === author : viewer.kind === 'staff' && viewer.school === school;
      if (isTheirs && [page, ...records].some((id) => id.includes(word))) return true;
    }
    return false;
  }

  #isShownTo(word: string, viewer: Viewer): boolean {
    for (const [id, slot] of this.#parts.state()?.slots.entries() ?? []) {
      if (!id.startsWith('shape:')) continue;
      if (assetsIn(this.#seen(slot, viewer)).some((asset) => asset.includes(word))) return true;
    }
    return false;
  }

  #seen(slot: Slot, viewer: Viewer): unknown[] {
    const state = this.#parts.state();
    return state ? seenOf(state, slot, viewer) : [];
  }

  #slotOf(word: string): Slot | undefined {
    const slots = this.#parts.state()?.slots;
    const name = word.padEnd(21, '-');
    const kinds = ['shape', 'binding', 'page', 'comment', 'reaction'];
    return kinds.map((kind) => slots?.get(`${kind}:${name}`)).find((slot) => slot !== undefined);
  }

  /** A deleted page with all that went in the same act, or nothing. */
  #pageInBin(word: string): Binned[] {
    const bin = this.#parts.state()?.bin;
    const page = bin?.get(`page:${word.padEnd(21, '-')}`);
    return bin && page ? [page, ...[...bin.entries()].flatMap(([, one]) => (one.seq === page.seq ? one : []))] : [];
  }

  #sharedOf({ player }: Tab): Viewer {
    const state = this.#parts.state();
    const { id: person, school, role } = player;
    const acting = state && actingAs(state, { person, role });
    return { kind: (acting?.role ?? role) === 'staff' ? 'staff' : 'pupils', school };
  }

  /** From here on these follow a view that holds all of this, whether they have fetched it yet or not. */
  #knowAll(to: Said['to'], viewer: Viewer): void {
    const state = this.#parts.state();
    const [first] = to;
    if (!state || !first) return;
    const shared: Viewer[] = viewer.kind === 'pupil' ? [{ kind: 'pupils', school: viewer.school }] : [];
    for (const shown of [viewer, ...shared]) {
      const told = this.#toldTo(shown);
      for (const [id, slot] of state.slots.entries()) {
        const seen = id.startsWith('asset:') ? [] : seenOf(state, slot, shown);
        if (seen.length > 0) for (const each of [id, ...assetsIn(seen)]) told.add(canaryOf(each));
      }
      // The view is as of the last tick: what has gone since is in it, and its going is told next.
      for (const word of this.#changedAt.keys()) {
        if (this.#isJustChanged(word) && this.#audiences.has(word, shown)) told.add(word);
      }
    }
  }

  #toldTo(viewer: Viewer): Set<string> {
    const key = viewer.kind === 'pupil' ? viewer.person : viewerKey(viewer);
    const told = this.#told.get(key) ?? new Set();
    this.#told.set(key, told);
    return told;
  }
}

/** P17: whose work went with a page is told which; of staff it is known only that somebody of their school was one of them. */
function isLostBy(page: readonly Binned[], viewer: Viewer): boolean {
  return page.some(({ slot }) =>
    [slot, ...slot.layers].some(({ author, school }) =>
      viewer.kind === 'pupil' ? author === viewer.person : viewer.kind === 'staff' && school === viewer.school,
    ),
  );
}

/** P36: whether a change can take what pupils see from them without changing it. */
function isAboutManyRecords(change: JournalEntry['facts']['changes'][number]): boolean {
  if (change.kind === 'school-rules') return change.looksFirst !== undefined;
  return change.kind === 'member-changed' && change.role !== undefined;
}

function canaryOf(id: string): string {
  return [...canariesIn(id)][0] ?? id;
}
