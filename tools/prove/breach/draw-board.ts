import {
  applyEntry,
  createBoardState,
  decideCase,
  decideEdit,
  foundBoard,
  hideRecord,
  joinBoard,
  takeTouched,
  visibleCase,
  type ActOutcome,
  type Actor,
  type BoardState,
} from '@bridgeboard/domain';
import { checkRecord } from '@bridgeboard/domain/schema-check';
import type { JournalEntry, Op, UploadedAsset } from '@bridgeboard/protocol';
import { image, shape } from '@bridgeboard/testkit';

import { incident, type Plan, type PlannedBoard, type PlannedPiece } from './incident.ts';

const dayMs = 86_400_000;

/** Something that happens on a board. */
interface Happening {
  readonly at: number;
  readonly act: () => void;
}

/** Plays a board of the plan on the real engine, and answers its journal. */
export function drawBoard(plan: Plan, board: PlannedBoard): JournalEntry[] {
  return new Drawing(plan, board).journal;
}

/** Who decides on this piece: of the first school whoever has the account for every second pupil, else a colleague. */
export function deciderOf(plan: Plan, { pupil, school }: PlannedPiece): string {
  if (school !== plan.schools[0]) return `staff-of-${school}`;
  return isAccounts(pupil) ? plan.account : plan.colleague;
}

function isAccounts(pupil: string): boolean {
  return Number(/(\d+)-*$/.exec(pupil)?.[1]) % 2 === 1;
}

class Drawing {
  readonly journal: JournalEntry[] = [];
  readonly #state: BoardState;
  readonly #plan: Plan;
  readonly #sent = new Map<string, number>();
  #cases = 0;

  constructor(plan: Plan, board: PlannedBoard) {
    this.#plan = plan;
    this.#state = createBoardState({ board: board.id, schools: board.schools, epoch: 'proof' });
    const begun = incident.from - 10 * dayMs;
    this.#keep(foundBoard(this.#state, { now: begun, pageName: '1' }));
    const pupils = board.pupils.map(({ id: person, school }): Actor => ({ person, school, role: 'pupil' }));
    const staff = new Set(board.pieces.map((piece) => deciderOf(plan, piece)));
    const school = (person: string): string =>
      board.schools.find((id) => person.endsWith(id)) ?? board.schools[0] ?? '';
    const others = [...staff].map((person): Actor => ({ person, school: school(person), role: 'staff' }));
    for (const actor of [...pupils, ...others]) {
      const joined = joinBoard(this.#state, { actor, now: begun, random: 0.5 });
      if (joined) this.#keep(joined);
    }
    const happenings = board.pieces.flatMap((piece) => this.#happeningsOf(piece));
    for (const { act } of happenings.toSorted((one, other) => one.at - other.at)) act();
  }

  #happeningsOf(piece: PlannedPiece): Happening[] {
    const { made, letOut, putAway, deleted, school, record } = piece;
    const staff: Actor = { person: deciderOf(this.#plan, piece), school, role: 'staff' };
    const all: Happening[] = [{ at: made, act: () => this.#make(piece) }];
    if (letOut) all.push({ at: letOut.at, act: () => this.#letOut(piece, staff) });
    if (putAway !== undefined) {
      const hide = { actor: staff, record, hidden: true, now: putAway };
      all.push({ at: putAway, act: () => this.#must(hideRecord(this.#state, hide)) });
    }
    if (deleted !== undefined)
      all.push({ at: deleted, act: () => this.#edit(piece, [{ op: 'delete', id: record }], deleted) });
    return all;
  }

  #make(piece: PlannedPiece): void {
    const { record: id, kind, made } = piece;
    const asset = `asset:${id.slice('shape:'.length)}`;
    const record = kind === 'work' ? shape('note', id) : image(id, asset);
    this.#edit(piece, [{ op: 'create', record: { ...record, id } }], made);
  }

  #edit({ pupil, school, record }: PlannedPiece, ops: readonly Op[], now: number): void {
    const seq = (this.#sent.get(pupil) ?? 0) + 1;
    this.#sent.set(pupil, seq);
    const name = record.slice('shape:'.length);
    const picture: UploadedAsset = { id: name, mimeType: 'image/webp', width: 80, height: 60, bytes: 900 };
    const outcome = decideEdit(this.#state, {
      actor: { person: pupil, school, role: 'pupil' },
      client: `browser-of-${pupil}`,
      seq,
      ops,
      now,
      check: checkRecord,
      uploads: new Map([[`asset:${name}`, picture]]),
      newId: () => `case-${String((this.#cases += 1)).padStart(17, '0')}`,
    });
    if (outcome.kind !== 'entry' || outcome.refused.length > 0) throw new Error(JSON.stringify(outcome));
    this.#keep(outcome.entry);
  }

  #letOut({ record, letOut }: PlannedPiece, actor: Actor): void {
    if (letOut === undefined) return;
    const { at: now, to: verdict } = letOut;
    const id = this.#state.slots.get(record)?.layers[0]?.case ?? '';
    const viewer = { kind: 'staff', school: actor.school } as const;
    const hash = visibleCase(this.#state, { id, viewer, now })?.hash ?? '';
    this.#must(decideCase(this.#state, { actor, case: id, verdict, hash, now }));
  }

  #must(outcome: ActOutcome): void {
    if ('refused' in outcome) throw new Error(`the plan was refused: ${outcome.refused}`);
    this.#keep(outcome.entry);
  }

  /** As a store gives it back. */
  #keep(entry: JournalEntry): void {
    const kept = JSON.parse(JSON.stringify(entry)) as JournalEntry;
    this.journal.push(kept);
    applyEntry(this.#state, kept);
    takeTouched(this.#state);
  }
}
