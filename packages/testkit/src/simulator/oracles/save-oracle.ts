import type { Fields, Json, JournalEntry, Op } from '@bridgeboard/protocol';
import type { RefusedWork } from '@bridgeboard/sync-client';

import { canariesIn } from '../canary.ts';
import { board } from '../cast.ts';
import { targetOf } from '../client/laid-over.ts';
import type { Tab } from '../client/tab.ts';
import type { Oracle } from './oracle.ts';
import type { Watch } from './watch.ts';

/** Fields that the server keeps as they were sent, and in which no history writes the same value twice. */
const tracked = ['x', 'name', 'props.richText'];

/** One field that somebody set to a value of its own. */
interface Write {
  readonly id: string;
  readonly field: string;
  /** `x":12.5`, as it stands in any JSON that holds it. */
  readonly text: string;
}

/**
 * "The save state shown is the truth": where a tab says `saved`, all that was done in it stands in the journal or in the
 * list of what was not accepted; where it says `kept`, at least in the device's store; and in the end nothing is lost.
 */
export class SaveOracle implements Oracle {
  readonly #watch: Watch;
  readonly #liveTabs: () => readonly Tab[];
  readonly #inJournal = new Map<string, Set<string>>();
  readonly #gone = new Set<string>();
  readonly #refused = new Set<string>();
  readonly #writes = new Map<Tab, Map<string, Write>>();
  /** What closed tabs left in the store of their device. */
  #left: { readonly tab: Tab; readonly write: Write }[] = [];

  constructor(watch: Watch, liveTabs: () => readonly Tab[]) {
    this.#watch = watch;
    this.#liveTabs = liveTabs;
  }

  kept(acts: readonly JournalEntry[]): void {
    for (const { facts, content } of acts) {
      const contents = 'contents' in content ? content.contents : [];
      facts.changes.forEach((change, i) => {
        if (!('id' in change)) return;
        if (change.kind === 'bin') this.#gone.add(change.id);
        const fields = contents[i];
        if (fields && !Array.isArray(fields)) this.#note(change.id, fields);
      });
    }
  }

  edited(tab: Tab, ops: readonly Op[]): void {
    const writes = this.#writes.get(tab) ?? new Map<string, Write>();
    this.#writes.set(tab, writes);
    for (const op of ops) {
      const id = targetOf(op);
      this.#supersede(tab, op);
      // Where an arrow stands may follow what it is bound to: the server leaves that out of an edit that takes it off.
      const isArrow = tab.screen.get(id)?.['type'] === 'arrow';
      for (const [name, value] of fieldsOf(op)) {
        if (!isUnique(value) || (isArrow && name !== 'name')) continue;
        writes.set(`${id} ${name}`, { id, field: name, text: textOf(name, value) });
      }
    }
  }

  refused(tab: Tab, work: readonly RefusedWork[]): void {
    const listed = new Set(tab.session.refusedWork.value.map(({ id }) => id));
    for (const { id, op } of work) {
      this.#refused.add(`${tab.player.id} ${targetOf(op)}`);
      if (op.op !== 'delete' && !listed.has(id)) {
        this.#watch.fail('untrueState', `${tab.name} does not list what was refused of ${targetOf(op)}`);
      }
    }
  }

  stepped(): void {
    for (const tab of this.#liveTabs()) {
      const { name } = tab.session.status.value.save;
      if (name !== 'saved' && name !== 'notAccepted') continue;
      for (const write of this.#openOf(tab)) {
        this.#watch.fail('untrueState', `${tab.name} says "${name}", but ${write.text} of ${write.id} is nowhere`);
      }
      this.#writes.delete(tab);
    }
  }

  ending(tab: Tab, { isWarned }: { isWarned: boolean }): void {
    const { name } = tab.session.status.value.save;
    const kept = storedBy(tab);
    for (const write of this.#openOf(tab)) {
      const isKept = isAmong(kept, write);
      if (isKept) this.#left.push({ tab, write });
      else if (name === 'kept' || (isWarned && name === 'saving' && !tab.device.store.wasBroken)) {
        this.#watch.fail(
          'untrueState',
          `${tab.name} closed at "${name}" and left nothing of ${write.text} of ${write.id}`,
        );
      }
    }
    this.#writes.delete(tab);
  }

  rested(): void {
    this.stepped();
    this.#left = this.#left.filter(({ tab, write }) => {
      if (this.#isSafe(tab, write)) return false;
      if (!isAmong(storedBy(tab), write)) {
        this.#watch.fail('lostAcked', `what ${tab.name} left, ${write.text} of ${write.id}, is lost`);
      }
      return true;
    });
  }

  /** What is left, for whoever has to be told. */
  get left(): string[] {
    return this.#left.map(({ tab, write }) => `${write.text} of ${write.id} by ${tab.name}`);
  }

  /** Closed tabs whose work still waits in their device for somebody to open the board there again. */
  get leftBy(): Tab[] {
    return [...new Set(this.#left.map(({ tab }) => tab))];
  }

  /** Newer work of the same person on the same device may take the place of older work of another tab before that is sent. */
  #supersede({ device, player }: Tab, op: Op): void {
    const fields = new Set(fieldsOf(op).map(([name]) => name));
    const isOlder = (tab: Tab, write: Write): boolean => {
      const isSame = tab.device === device && tab.player === player && write.id === targetOf(op);
      return isSame && (op.op === 'delete' || fields.has(write.field));
    };
    this.#left = this.#left.filter(({ tab, write }) => !isOlder(tab, write));
    for (const [tab, writes] of this.#writes) {
      for (const [key, write] of writes) if (isOlder(tab, write)) writes.delete(key);
    }
  }

  #openOf(tab: Tab): Write[] {
    return [...(this.#writes.get(tab)?.values() ?? [])].filter((write) => !this.#isSafe(tab, write));
  }

  #isSafe(tab: Tab, { id, text }: Write): boolean {
    const isKept = this.#inJournal.get(id)?.has(text) === true;
    return isKept || this.#gone.has(id) || this.#refused.has(`${tab.player.id} ${id}`);
  }

  #note(id: string, fields: Fields): void {
    const known = this.#inJournal.get(id) ?? new Set();
    this.#inJournal.set(id, known);
    for (const name of tracked) if (name in fields) known.add(textOf(name, fields[name] ?? null));
  }
}

/** Operations that the tab's device keeps, sent or not, accepted or not. */
function storedBy({ device, player }: Tab): Op[] {
  const { outboxes, refused } = device.store.of(`${player.id} ${board.id}`);
  const unanswered = outboxes.flatMap(({ row, waiting }) => [
    ...(row.inFlight?.ops ?? []),
    ...waiting.map(({ op }) => op),
  ]);
  return [...unanswered, ...refused.map(({ op }) => op)];
}

/** One history may set several records to one value: it has to be that record's. */
function isAmong(ops: readonly Op[], { id, text }: Write): boolean {
  return ops.some((op) => targetOf(op) === id && JSON.stringify(op).includes(text));
}

function fieldsOf(op: Op): [string, Json][] {
  if (op.op === 'delete' || !('set' in op || 'record' in op)) return [];
  const fields = op.op === 'create' ? flat(op.record) : op.set;
  return Object.entries(fields).filter(([name]) => tracked.includes(name));
}

function flat(record: Fields): Fields {
  const props = (record['props'] ?? {}) as Fields;
  return { ...record, ...Object.fromEntries(Object.entries(props).map(([key, value]) => [`props.${key}`, value])) };
}

/** Whole numbers and usual words stand in many places, so that finding one says nothing. */
function isUnique(value: Json): boolean {
  return typeof value === 'number' ? !Number.isInteger(value) : canariesIn(JSON.stringify(value)).size > 0;
}

function textOf(name: string, value: Json): string {
  return `${name.replace('props.', '')}":${JSON.stringify(value)}`;
}
