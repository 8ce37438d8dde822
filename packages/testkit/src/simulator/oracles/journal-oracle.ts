import type { EditAnswer, EditMessage, JournalEntry, OpRefusal, PrivateFrame } from '@bridgeboard/protocol';

import type { Said } from '../server/server-process.ts';
import type { ServerSocket } from '../server/server-socket.ts';
import type { Oracle } from './oracle.ts';
import type { Watch } from './watch.ts';

interface Taken {
  readonly seq: number;
  readonly refused: string;
  readonly ops: string | undefined;
}

/**
 * REL-03 and RT1: what a browser was answered stands in the journal, once, with the same refusals, before the answer leaves;
 * and a number that was taken is never used for anything else.
 */
export class JournalOracle implements Oracle {
  readonly entries: JournalEntry[] = [];
  readonly #watch: Watch;
  /** By person and client: the edits that are in the journal. */
  readonly #taken = new Map<string, Map<number, Taken>>();
  readonly #asked = new Map<string, string>();
  acknowledged = 0;

  constructor(watch: Watch) {
    this.#watch = watch;
  }

  kept(acts: readonly JournalEntry[], entries: readonly JournalEntry[]): void {
    for (const entry of entries) {
      const { seq } = entry.facts;
      this.entries.push(entry);
      if (seq !== this.entries.length) this.#watch.fail('lostAcked', `entry ${seq} is not the next one`);
    }
    for (const act of acts) if (act.facts.client && act.facts.actor) this.#keep(act);
  }

  /** How many acts were begun in parts, and how many of them are whole. */
  get inParts(): { begunInParts: number; keptInParts: number } {
    const begun = new Set(this.entries.flatMap(({ facts }) => facts.partOf ?? []));
    return {
      begunInParts: begun.size,
      keptInParts: this.entries.filter(({ facts }) => facts.kind === 'commit').length,
    };
  }

  asked(socket: ServerSocket, { client, seq, ops }: EditMessage): void {
    const key = `${socket.person.id} ${client}`;
    const text = JSON.stringify(ops);
    const taken = this.#taken.get(key)?.get(seq);
    if (taken?.ops !== undefined && taken.ops !== text) {
      this.#watch.fail('lostAcked', `number ${seq} of ${key} is used twice, for ${taken.ops} and for ${text}`);
    }
    this.#asked.set(`${key} ${seq}`, text);
  }

  said({ to, event, payload }: Said): void {
    if (event !== 'private') return;
    for (const answer of (payload as PrivateFrame).answers ?? []) {
      for (const socket of to) this.#answered(socket, answer);
    }
  }

  #keep({ facts, content }: JournalEntry): void {
    const { actor, client } = facts;
    if (!actor || !client) return;
    const key = `${actor.person} ${client.id}`;
    const edits = this.#taken.get(key) ?? new Map<number, Taken>();
    this.#taken.set(key, edits);
    if (edits.has(client.seq)) this.#watch.fail('lostAcked', `edit ${client.seq} of ${key} took effect twice`);
    if (client.seq !== edits.size + 1) this.#watch.fail('lostAcked', `edit ${client.seq} of ${key} leaves a hole`);
    const ops = this.#asked.get(`${key} ${client.seq}`);
    edits.set(client.seq, { seq: client.seq, refused: refusalsOf(facts.refused), ops });
    this.#judgeEffect({ facts, content }, ops);
  }

  /** Each operation is taken whole or not at all: a creation stands in the entry exactly if it was not refused. */
  #judgeEffect({ facts }: Pick<JournalEntry, 'facts' | 'content'>, text: string | undefined): void {
    if (text === undefined) return this.#watch.fail('lostAcked', `entry ${facts.seq} holds an edit that nobody sent`);
    const refused = new Set((facts.refused ?? []).map(({ op }) => op));
    const made = new Set(
      facts.changes.flatMap((change) => (change.kind === 'create' || change.kind === 'unbin' ? [change.id] : [])),
    );
    const ops = JSON.parse(text) as { op: string; record?: { id: string } }[];
    ops.forEach(({ op, record }, place) => {
      if (op !== 'create' || !record) return;
      const isRepeated = ops.some((other, i) => i !== place && other.record?.id === record.id);
      if (!isRepeated && made.has(record.id) === refused.has(place)) {
        this.#watch.fail('lostAcked', `entry ${facts.seq} and its answer disagree about ${record.id}`);
      }
    });
    return undefined;
  }

  #answered(socket: ServerSocket, { client, seq, refused }: EditAnswer): void {
    this.acknowledged += 1;
    const edits = this.#taken.get(`${socket.person.id} ${client}`);
    const taken = edits?.get(seq);
    if (!taken) {
      this.#watch.fail('lostAcked', `edit ${seq} of ${client} was answered before the journal had it`);
      return;
    }
    // Of edits before the last one only that they were taken is remembered; nobody waits for that answer any more.
    const isLast = edits?.size === seq;
    if (isLast && taken.refused !== refusalsOf(refused)) {
      this.#watch.fail('lostAcked', `edit ${seq} of ${client} was answered otherwise than it was kept`);
    }
  }
}

function refusalsOf(refused: readonly OpRefusal[] | undefined): string {
  return JSON.stringify((refused ?? []).map(({ op, code }) => [op, code]));
}
