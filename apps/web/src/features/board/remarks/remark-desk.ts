import { isRemarkId, type BoardRecord, type Op } from '@bridgeboard/protocol';
import { Observable, type BoardSession, type RefusedWork } from '@bridgeboard/sync-client';

/** A card that is open beside a piece, and what of it the person is going to: its words, its signs, or just what was said. */
export interface OpenCard {
  readonly piece: string;
  readonly at: 'words' | 'signs' | 'list';
}

/** Comments and reactions of a board as this person sees them. The editor knows nothing of them: they stand beside the canvas. */
export class RemarkDesk {
  /** By the piece that they are about, in the order in which they came. */
  readonly said = new Observable<ReadonlyMap<string, readonly BoardRecord[]>>(new Map());
  readonly card = new Observable<OpenCard | null>(null);
  /** Somebody else's piece that a pupil has tapped: it cannot be selected, and can be spoken of. */
  readonly pointed = new Observable<string | null>(null);
  /** Words that were begun about a piece and not sent. */
  readonly drafts = new Map<string, string>();
  readonly #session: Pick<BoardSession, 'edit' | 'listen' | 'records'>;
  readonly #remarks = new Map<string, BoardRecord>();

  constructor(session: Pick<BoardSession, 'edit' | 'listen' | 'records'>) {
    this.#session = session;
    session.listen({ changed: ({ put, removed }) => this.#take(put, removed), refused: () => undefined });
  }

  /** Says, changes or takes back something. Answers what the gate did not let pass. */
  do(op: Op): readonly RefusedWork[] {
    const refused = this.#session.edit([op]);
    const id = op.op === 'create' ? String(op.record['id']) : op.id;
    const record = this.#session.records.get(id);
    this.#take(record ? [record] : [], record ? [] : [id]);
    return refused;
  }

  #take(put: readonly BoardRecord[], removed: readonly string[]): void {
    const fresh = put.filter(({ id }) => isRemarkId(id));
    const gone = removed.filter((id) => this.#remarks.delete(id));
    for (const record of fresh) this.#remarks.set(record.id, record);
    if (fresh.length + gone.length === 0) return;
    this.said.set(Map.groupBy(this.#remarks.values(), (record) => String(record['about'])));
  }
}
