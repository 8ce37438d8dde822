import { clientKey, piecesOf, type BoardState, type PieceOfWork } from '@bridgeboard/domain';
import type { BoardRecord, CaseStatus } from '@bridgeboard/protocol';

/** How long a guest who asks for nothing more counts as looking on, in ms. */
const staysMs = 8_000;

/** A note that a guest has made, as it stands for them. */
export interface NoteOfGuest {
  readonly id: string;
  /** What it is, or was when it was not accepted; null while it is put away. */
  readonly record: BoardRecord | null;
  readonly status: CaseStatus;
  /** Whether everybody sees some version of it. */
  readonly isOut: boolean;
  readonly said: string | undefined;
  /** Number of the last change of it that was taken. */
  readonly rev: number;
}

interface Deps {
  readonly now: () => number;
  readonly state: () => BoardState;
}

/** Guests who look on at a board. Who only looks is no member, and leaves nothing behind but that they were told of while they were here. */
export class RoomGuests {
  readonly #deps: Deps;
  readonly #seen = new Map<string, { name: string; at: number }>();

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  /** A guest has just looked. */
  see(id: string, name: string): void {
    this.#seen.set(id, { name, at: this.#deps.now() });
  }

  /** A guest's link was turned off. */
  leave(id: string): void {
    this.#seen.delete(id);
  }

  has(id: string): boolean {
    return this.#deps.now() - (this.#seen.get(id)?.at ?? -Infinity) < staysMs;
  }

  /** Who is here, by name. */
  names(): string[] {
    for (const id of this.#seen.keys()) if (!this.has(id)) this.#seen.delete(id);
    return [...this.#seen.values()].map(({ name }) => name).toSorted();
  }

  /** What a guest has made here and what became of it, the newest first (BP9). */
  notesOf({ id: person, school }: { readonly id: string; readonly school: string }): NoteOfGuest[] {
    const viewer = { kind: 'guest', school, person } as const;
    const pieces = piecesOf(this.#deps.state(), { person, viewer, now: this.#deps.now() }) ?? [];
    return pieces.flatMap((piece) => this.#notesIn(piece, person));
  }

  /** Number of the last change of a note that was taken; each note is an outbox of its own (P33). */
  revOf(person: string, note: string): number {
    return this.#deps.state().clients.get(clientKey(person, outboxOf(note)))?.seq ?? 0;
  }

  #notesIn({ case: { status, note: said, records: ids }, records }: PieceOfWork, person: string): NoteOfGuest[] {
    const known = new Map(records.map((record) => [record.id, record]));
    const all = records.length > 0 ? [...known.keys()] : ids;
    return all.map((id) => ({
      id,
      record: known.get(id) ?? null,
      status,
      isOut: Boolean(this.#deps.state().slots.get(id)?.base),
      said,
      rev: this.revOf(person, id),
    }));
  }
}

/** The client id under which changes of a note are taken: that of its record. */
export function outboxOf(note: string): string {
  return note.slice('shape:'.length);
}
