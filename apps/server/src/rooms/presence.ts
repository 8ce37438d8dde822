import { schoolOf, type Viewer } from '@bridgeboard/domain';
import type { BoardMode, Frame, MoveMessage, Pointer, PresenceMessage } from '@bridgeboard/protocol';

import { SessionPointer, ToldPointer, type PointerOwner, type Seen } from './pointers.ts';

/** A view that asks for news, and what of a selection it may name. */
interface Asking {
  readonly key: string;
  readonly viewer: Viewer;
  readonly sees: (id: string) => boolean;
}

/** Where one view stands: what it was told of each pointer, by the pointer's session. */
interface Told {
  readonly pointers: Map<string, ToldPointer>;
  readonly gone: number[];
  count: number;
}

/** What the board's rules say of pointers, asked anew each time. */
interface PresenceRules {
  /** What becomes, towards a viewer, of the work of a school's pupils. */
  readonly modeFor: (viewer: Viewer, school: string) => BoardMode;
  /** Nobody's pointer is told to anybody (P31). */
  readonly areOff: () => boolean;
  /** The people of a school, or guests (null), see nothing of the board (P39): they are told of nobody's pointer, and nobody of theirs. */
  readonly isOut: (school: string | null) => boolean;
}

export type PointerNews = Pick<Frame, 'pointers' | 'moves' | 'gone'>;

/** Where people's pointers are: never stored, the newest place a tick, and to each view only what P31 lets it know. */
export class Presence {
  readonly #rules: PresenceRules;
  readonly #pointers = new Map<string, SessionPointer>();
  readonly #told = new Map<string, Told>();

  constructor(rules: PresenceRules) {
    this.#rules = rules;
  }

  enter(session: PointerOwner, by: string): void {
    this.#pointers.set(session.id, new SessionPointer(session, by));
  }

  place(session: PointerOwner, message: PresenceMessage, now: number): void {
    if (this.#isQuiet(session)) this.lose(session);
    else this.#pointers.get(session.id)?.place(message, now);
  }

  move(session: PointerOwner, message: MoveMessage): void {
    if (!this.#isQuiet(session)) this.#pointers.get(session.id)?.move(message);
  }

  /** What its browser said was not taken: moves from there say nothing, least of all whether the hand draws. */
  lose(session: PointerOwner): void {
    this.#pointers.get(session.id)?.forget();
  }

  /** Nobody is told of this pointer, so it is not followed either. */
  #isQuiet({ person }: PointerOwner): boolean {
    return this.#rules.areOff() || this.#rules.isOut(person.school);
  }

  /** This session changes something of the board: what P31 says of a hand that draws holds without its word. */
  work(session: PointerOwner, now: number): void {
    this.#pointers.get(session.id)?.work(now);
  }

  leave(session: PointerOwner): void {
    this.#pointers.delete(session.id);
    for (const told of this.#told.values()) takeBack(told, session.id);
  }

  /** Every pointer as this view was told of it last: what somebody who joins it starts from. */
  table(view: string): Pointer[] {
    if (this.#rules.areOff()) return [];
    return [...(this.#told.get(view)?.pointers.values() ?? [])].map((pointer) => pointer.whole);
  }

  /** Nobody looks at any other view any more: whoever comes there next has been told nothing. */
  forgetAllBut(watched: ReadonlySet<string>): void {
    for (const view of this.#told.keys()) if (!watched.has(view)) this.#told.delete(view);
  }

  /** What is new for one view since it was asked last. */
  news(view: Asking, now: number): PointerNews {
    const told = this.#told.get(view.key) ?? { pointers: new Map<string, ToldPointer>(), gone: [], count: 0 };
    this.#told.set(view.key, told);
    const [pointers, moves]: [Pointer[], number[]] = [[], []];
    if (this.#rules.areOff()) this.#withdraw(told);
    else if (this.#rules.isOut(schoolOf(view.viewer))) blank(told);
    else for (const pointer of this.#shown(told)) this.#tell(pointer, { view, told, now, pointers, moves });
    const gone = told.gone.splice(0);
    const news: PointerNews = {};
    if (pointers.length > 0) news.pointers = pointers;
    if (moves.length > 0) news.moves = moves;
    if (gone.length > 0) news.gone = gone;
    return news;
  }

  /** The pointers of those who see the board; any others are taken back. */
  #shown(told: Told): SessionPointer[] {
    const shown: SessionPointer[] = [];
    for (const pointer of this.#pointers.values()) {
      const { id, person } = pointer.session;
      if (!this.#rules.isOut(person.school)) shown.push(pointer);
      else takeBack(told, id);
    }
    return shown;
  }

  /** Whoever is shown again later was last seen nowhere: a place from before would be none of theirs. */
  #withdraw(told: Told): void {
    for (const pointer of this.#pointers.values()) pointer.forget();
    blank(told);
  }

  #tell(
    pointer: SessionPointer,
    to: { view: Asking; told: Told; now: number; pointers: Pointer[]; moves: number[] },
  ): void {
    const { view, told, now } = to;
    const { session } = pointer;
    const seen = pointer.seenBy(view.viewer, { mode: this.#rules.modeFor(view.viewer, session.person.school), now });
    const known = told.pointers.get(session.id);
    // One that has rested since it was veiled stands where it was told, and all that it may say no more is taken back.
    const place = seen.place ?? known?.place;
    if (!place) return;
    // Of a page that this view does not have, or has no more, nothing is said, not even that it was one.
    if (!view.sees(place.page)) {
      takeBack(told, session.id);
      return;
    }
    const more = moreOf(seen, view.sees);
    if (known?.isSameBut(place, more)) {
      // The same place again would still tell that the hand moved.
      const moved = known.moveTo(place);
      if (moved) to.moves.push(known.n, ...moved);
      return;
    }
    const n = known?.n ?? told.count;
    if (!known) told.count += 1;
    const line: Pointer = { n, key: session.cursor, by: pointer.by, ...place, ...more };
    told.pointers.set(session.id, new ToldPointer(n, line));
    to.pointers.push(line);
  }
}

function takeBack(told: Told, session: string): void {
  const known = told.pointers.get(session);
  if (known) told.gone.push(known.n);
  told.pointers.delete(session);
}

/** The view is told of no pointer any more. */
function blank(told: Told): void {
  for (const { n } of told.pointers.values()) told.gone.push(n);
  told.pointers.clear();
}

/** What is told of a pointer besides its place: nothing where there is nothing to tell. */
function moreOf({ selection, viewport }: Seen, sees: Asking['sees']): Pick<Pointer, 'selection' | 'viewport'> {
  const more: Pick<Pointer, 'selection' | 'viewport'> = {};
  if (selection) more.selection = selection.filter(sees);
  if (viewport) more.viewport = viewport;
  return more;
}
