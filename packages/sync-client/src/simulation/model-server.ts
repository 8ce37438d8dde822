import { countPoints, privateDigest, viewDigest } from '@bridgeboard/domain';
import {
  packFields,
  packRecord,
  type BoardRecord,
  type EditMessage,
  type ErrorCode,
  type Frame,
  type JoinMessage,
  type Op,
  type OpRefusal,
  type Patch,
  type Snapshot,
} from '@bridgeboard/protocol';

import { layOps } from '../pending/lay-ops.ts';
import { targetOf } from '../pending/op-order.ts';
import { segmentsOf } from '../view/patch-lines.ts';
import type { LinkServer, ModelLink } from './model-link.ts';

interface Item {
  readonly record: BoardRecord;
  readonly by: string;
}

const ringLength = 4;

/**
 * A small server that keeps every promise of the wire and nothing else: edits durable when answered and taken at most once,
 * one shared view with a ring of frames, an own part for each person whose name begins with `pupil`.
 */
export class ModelServer implements LinkServer {
  readonly base = new Map<string, Item>();
  readonly layers = new Map<string, Map<string, BoardRecord>>();
  /** How often each record was created, to catch work taken twice. */
  readonly creations = new Map<string, number>();
  epoch = 'epoch-1';
  /** Edits are refused with this for now. */
  closed: 'FROZEN' | 'WAIT_FOR_TEACHER' | null = null;
  readonly #marks = new Map<string, { seq: number; refused: OpRefusal[] }>();
  readonly #sessions = new Map<ModelLink, { privateSeq: number }>();
  #run = 1;
  #seq = 0;
  #ring: Frame[] = [];

  /** Everything a person may see: what every session of theirs has to end up with. */
  viewOf(person: string): Map<string, BoardRecord> {
    const view = new Map(Array.from(this.base, ([id, item]) => [id, item.record] as const));
    for (const [id, record] of this.layers.get(person) ?? []) view.set(id, record);
    return view;
  }

  /** The process dies and comes back: sessions and ring are gone, what was kept is not. */
  crash(): void {
    for (const link of this.#sessions.keys()) link.cut();
    this.#sessions.clear();
    this.#run += 1;
    this.#seq = 0;
    this.#ring = [];
  }

  /** A back-up is put in place: a new epoch, and everything is as it was when `then` was taken. */
  restore(then: { base: Map<string, Item>; marks: Map<string, { seq: number; refused: OpRefusal[] }> }): void {
    this.crash();
    this.epoch += '+';
    replace(this.base, then.base);
    replace(this.#marks, then.marks);
  }

  backUp(): Parameters<ModelServer['restore']>[0] {
    return structuredClone({ base: this.base, marks: this.#marks });
  }

  join(link: ModelLink, message: JoinMessage): void {
    const { epoch } = this;
    const viewRun = `run-${this.#run}`;
    const missed = message.resume?.viewRun === viewRun ? this.#since(message.resume.viewSeq) : null;
    this.#sessions.set(link, { privateSeq: 0 });
    const you = { key: link.person, label: link.person, school: 'school-000001', role: 'staff' as const };
    const takenSeq = this.#marks.get(message.client)?.seq ?? 0;
    const board = { id: message.board, title: 'Rivers', schools: [] };
    const resume = missed ? ('frames' as const) : ('snapshot' as const);
    link.say('joined', { board, you, cursor: 'own', epoch, viewRun, viewSeq: this.#seq, resume, takenSeq });
    for (const frame of missed ?? []) link.say('frame', frame);
    const own = [...(this.layers.get(link.person)?.values() ?? [])];
    this.#private(link, { reset: true, own: { put: own.map((record) => this.#item({ record, by: link.person })) } });
  }

  snapshot(): Snapshot {
    const put = [...this.base.values()].map((item) => this.#item(item));
    return { epoch: this.epoch, viewRun: `run-${this.#run}`, viewSeq: this.#seq, schema: {}, shared: { put } };
  }

  edit(link: ModelLink, message: EditMessage): void {
    if (!this.#sessions.has(link)) return;
    const { client, seq } = message;
    const mark = this.#marks.get(client) ?? { seq: 0, refused: [] };
    if (this.closed && seq > mark.seq) {
      link.say('refused', { code: this.closed, message: '', retryable: true, requestId: 'r', seq });
      return;
    }
    if (seq > mark.seq + 1) {
      const from = mark.seq + 1;
      link.say('refused', { code: 'RESEND_FROM', message: '', retryable: true, requestId: 'r', seq, from });
      return;
    }
    if (seq === mark.seq + 1) this.#take(link, message);
    const { refused } = this.#marks.get(client) ?? mark;
    this.#private(link, { answers: [{ client, seq, ...(refused.length > 0 ? { refused } : {}) }] });
  }

  /** Tells one person something of their own. */
  tell(person: string, frame: object): void {
    for (const link of this.#linksOf(person)) this.#private(link, frame);
  }

  gone(link: ModelLink): void {
    this.#sessions.delete(link);
  }

  /** A teacher lets a person's whole layer out. */
  approve(person: string): void {
    const layer = [...(this.layers.get(person)?.values() ?? [])];
    if (layer.length === 0) return;
    for (const record of layer) this.base.set(record.id, { record, by: person });
    this.layers.delete(person);
    this.#share({ put: layer.map((record) => this.#item({ record, by: person })) });
    for (const link of this.#linksOf(person)) this.#private(link, { own: { remove: layer.map(({ id }) => id) } });
  }

  #take(link: ModelLink, { client, seq, ops }: EditMessage): void {
    const refused: OpRefusal[] = [];
    for (const [place, op] of (ops as Op[]).entries()) {
      const code = link.person.startsWith('pupil') ? this.#layOp(link.person, op) : this.#baseOp(link.person, op);
      if (code) refused.push({ op: place, code });
    }
    this.#marks.set(client, { seq, refused });
  }

  #baseOp(by: string, op: Op): ErrorCode | null {
    const id = targetOf(op);
    const before = this.base.get(id);
    if (op.op === 'create') {
      if (before) return 'BAD_ID';
      this.#countCreation(id);
      this.base.set(id, { record: op.record as BoardRecord, by });
      this.#share({ put: [this.#item({ record: op.record as BoardRecord, by })] });
      return null;
    }
    if (!before) return 'NO_SUCH_RECORD';
    if (op.op === 'delete') {
      this.base.delete(id);
      this.#share({ remove: [id] });
      return null;
    }
    if (op.op === 'append' && countPoints(segmentsOf(before.record)) !== op.at) return 'CHANGED';
    this.base.set(id, { ...before, record: layOps(before.record, [op]) ?? before.record });
    if (op.op === 'append') this.#share({ grow: [[id, ...op.points]] });
    else this.#share({ set: [{ id, fields: packFields(op.set) }] });
    return null;
  }

  #layOp(person: string, op: Op): ErrorCode | null {
    const id = targetOf(op);
    const layer = this.layers.get(person) ?? new Map<string, BoardRecord>();
    this.layers.set(person, layer);
    const before = layer.get(id) ?? this.base.get(id)?.record ?? null;
    const refusal = this.#refusal(person, { op, before });
    if (refusal) return refusal;
    if (op.op === 'create') this.#countCreation(id);
    const after = layOps(before, [op]);
    if (after) layer.set(id, after);
    else layer.delete(id);
    if (!after && this.base.delete(id)) this.#share({ remove: [id] });
    const own = after ? { put: [this.#item({ record: after, by: person })] } : { remove: [id] };
    for (const link of this.#linksOf(person)) this.#private(link, { own });
    return null;
  }

  #refusal(person: string, { op, before }: { op: Op; before: BoardRecord | null }): ErrorCode | null {
    if (op.op === 'create') return before ? 'BAD_ID' : null;
    if (!before) return 'NO_SUCH_RECORD';
    if (op.op === 'append' && countPoints(segmentsOf(before)) !== op.at) return 'CHANGED';
    return (this.base.get(targetOf(op))?.by ?? person) === person ? null : 'NOT_YOURS';
  }

  #countCreation(id: string): void {
    this.creations.set(id, (this.creations.get(id) ?? 0) + 1);
  }

  #item({ record, by }: Item) {
    return stamped({ record: packRecord(record), by });
  }

  #linksOf(person: string): ModelLink[] {
    return [...this.#sessions.keys()].filter((link) => link.person === person);
  }

  #since(viewSeq: number): Frame[] | null {
    const missed = this.#ring.filter((frame) => (frame.seq ?? 0) > viewSeq);
    return missed.length === this.#seq - viewSeq ? missed : null;
  }

  #share(patch: Patch): void {
    this.#seq += 1;
    const items = [...this.base.values()].map(stamped);
    const frame = { seq: this.#seq, patch, check: viewDigest(items, []) };
    this.#ring = [...this.#ring, frame].slice(-ringLength);
    for (const link of this.#sessions.keys()) link.say('frame', frame);
  }

  #private(link: ModelLink, frame: object): void {
    const session = this.#sessions.get(link);
    if (!session) return;
    session.privateSeq += 1;
    const own = [...(this.layers.get(link.person)?.values() ?? [])].map((record) =>
      stamped({ record, by: link.person }),
    );
    const check = privateDigest(
      own.map((item) => [item.record.id, item] as const),
      [],
    );
    link.say('private', { seq: session.privateSeq, check, ...frame });
  }
}

function stamped({ record, by }: Item) {
  return { record, stamp: { by, reach: 'board' as const, at: 1 } };
}

function replace<K, V>(map: Map<K, V>, by: Map<K, V>): void {
  map.clear();
  for (const [key, value] of by) map.set(key, value);
}
