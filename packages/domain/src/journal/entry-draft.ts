import type {
  AuditAct,
  AuditEvent,
  BoardRole,
  Change,
  ChangeContent,
  Effect,
  EntryFacts,
  Inverse,
  JournalEntry,
  OpRefusal,
} from '@bridgeboard/protocol';
import { applyChange } from '../board/apply-change.ts';
import type { Moment } from '../board/moment.ts';
import { clientKey, draftOf, type BoardState } from '../board/board-state.ts';
import { hashOf } from '../board/canonical.ts';
import { OrderKeys } from '../view/order-keys.ts';
import { viewerKey, type Viewer } from '../view/viewer.ts';
import { chainOf } from './chain.ts';
import { withGrowth } from './growth.ts';
import { inverseOf } from './inverse.ts';
import { takeEntry } from './whole-acts.ts';

/** Who does something, as the engine needs to know it. */
export interface Actor {
  readonly person: string;
  readonly school: string;
  readonly role: BoardRole;
}

/**
 * One journal entry in the making: each change is applied to a draft of the board at once, so that the next step of the
 * same act sees it, while the board itself stays as it is until the entry has been kept.
 */
export class EntryDraft {
  /** The board as it was before this act. */
  readonly before: BoardState;
  readonly state: BoardState;
  readonly moment: Moment;
  readonly #orderKeys = new Map<string, OrderKeys>();
  readonly #changes: Change[] = [];
  readonly #contents: ChangeContent[] = [];
  readonly #inverses: (Inverse | null)[] = [];
  readonly #audit: AuditEvent[] = [];
  readonly #queue = new Set<string>();

  constructor(state: BoardState, about: { at: number; by: string }) {
    this.before = state;
    this.state = draftOf(state);
    this.moment = { seq: state.seq + 1, ...about };
  }

  add(change: Change, content: ChangeContent = null): void {
    for (const step of withGrowth(this.state, { change, content })) this.#take(step.change, step.content);
  }

  #take(change: Change, content: ChangeContent): void {
    this.#inverses.push(inverseOf(this.state, change, content));
    this.#changes.push(change);
    this.#contents.push(content);
    applyChange(this.state, { change, content }, this.moment);
  }

  /** Notes an act for the audit log; it is kept with the entry, so that act and record cannot part. */
  audit(event: AuditEvent & { readonly action: AuditAct }): void {
    this.#audit.push(event);
  }

  /** Gives records their place among what is out at a reach (P18); base where no viewer is named. */
  orderKeys(viewer: Viewer = { kind: 'guests' }): OrderKeys {
    const key = viewerKey(viewer);
    const known = this.#orderKeys.get(key) ?? new OrderKeys(this.state, viewer);
    this.#orderKeys.set(key, known);
    return known;
  }

  get isEmpty(): boolean {
    return this.#changes.length === 0;
  }

  /** The finished entry: facts apart from content, sealed with the hash of both (D3). */
  seal(about: Pick<EntryFacts, 'kind' | 'actor' | 'client'> & { refused?: OpRefusal[] | undefined }): JournalEntry {
    for (const id of this.state.touched.cases) this.#queue.add(id);
    const content = { contents: this.#contents, inverses: this.#inverses };
    const { board, epoch } = this.state;
    const facts = {
      v: 1 as const,
      board,
      seq: this.moment.seq,
      epoch,
      at: this.moment.at,
      kind: about.kind,
      actor: about.actor,
      ...(about.client ? { client: about.client } : {}),
      ...(about.refused && about.refused.length > 0 ? { refused: about.refused } : {}),
      changes: this.#changes,
      contentHash: hashOf(content),
    };
    const effects: Effect[] = [...this.#queue].map((id) => ({ kind: 'queue', case: id }));
    return { facts: { ...facts, chain: chainOf(this.state.chain, facts) }, content, audit: this.#audit, effects };
  }
}

/** Adopts an entry that has been kept: the only way a board's state moves, at work and at each replay alike. */
export function applyEntry(state: BoardState, entry: JournalEntry): void {
  const { act, parts } = takeEntry(state.parts, entry);
  state.parts = parts;
  if (act) applyAct(state, act);
  state.seq = entry.facts.seq;
  state.epoch = entry.facts.epoch;
  state.chain = entry.facts.chain;
}

function applyAct(state: BoardState, { facts, content }: JournalEntry): void {
  const contents = 'contents' in content ? content.contents : [];
  const moment = { seq: facts.seq, at: facts.at, by: facts.actor?.person ?? '' };
  facts.changes.forEach((change, i) => applyChange(state, { change, content: contents[i] ?? null }, moment));
  if (facts.client && facts.actor) {
    state.clients.set(clientKey(facts.actor.person, facts.client.id), {
      seq: facts.client.seq,
      at: facts.at,
      refused: facts.refused ?? [],
    });
  }
}
