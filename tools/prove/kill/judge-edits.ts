import { WholeActs } from '@bridgeboard/domain';
import type { JournalEntry, Op, OpRefusal } from '@bridgeboard/protocol';

import type { EditStory } from './diary.ts';
import { recordOf } from './drawing.ts';
import type { BoardCase, Judgement } from './board-case.ts';

/** Each answered edit has its entry, once, with the effect of each operation that was taken; and no entry has another. */
export function judgeEdits(one: BoardCase, judgement: Judgement): void {
  const kept = judgeKept(one, judgement);
  for (const [client, { story }] of one.pupils) {
    for (const [seq, { refused }] of story.edits) {
      if (!refused) continue;
      judgement.acked += 1;
      if (!kept.has(`edit ${seq} of ${client}`)) judgement.lost.push(`edit ${seq} of ${client} was answered`);
    }
  }
}

/** Names of the edits that are kept, after a look at each. */
function judgeKept(one: BoardCase, judgement: Judgement): Set<string> {
  const kept = new Set<string>();
  for (const entry of new WholeActs().take(one.entries)) {
    const { seq, kind, client } = entry.facts;
    if (seq <= one.since || kind !== 'edit' || !client) continue;
    const name = `edit ${client.seq} of ${client.id}`;
    if (kept.has(name)) judgement.phantom.push(`${name} took effect twice`);
    kept.add(name);
    const writer = one.pupils.get(client.id);
    const edit = writer?.story.edits.get(client.seq);
    if (!edit || writer?.person !== entry.facts.actor?.person) judgement.phantom.push(`nobody sent ${name}`);
    else judgeEntry(entry, { name, edit }, judgement);
  }
  return kept;
}

function judgeEntry(entry: JournalEntry, about: { name: string; edit: EditStory }, judgement: Judgement): void {
  const { name, edit } = about;
  const refused = entry.facts.refused ?? [];
  if (edit.refused && codesOf(edit.refused) !== codesOf(refused)) {
    judgement.lost.push(`${name} was answered otherwise than it was kept`);
  }
  const effects = effectsOf(entry);
  const places = new Set(refused.map(({ op }) => op));
  edit.ops.forEach((op, place) => {
    const id = recordOf(op);
    const effect = effects.get(id);
    effects.delete(id);
    if (places.has(place) && effect !== undefined) judgement.phantom.push(`${name} changed ${id}, which was refused`);
    if (!places.has(place) && effect !== wanted(op)) judgement.lost.push(`${name} did not do its part on ${id}`);
  });
  for (const id of effects.keys()) judgement.phantom.push(`${name} changed ${id} as well`);
}

type Effect = number | 'gone' | 'other';

/** What an operation is to come to: where the record stands then. */
function wanted(op: Op): Effect {
  if (op.op === 'delete') return 'gone';
  const place = op.op === 'create' ? op.record['x'] : op.op === 'update' ? op.set['x'] : undefined;
  return typeof place === 'number' ? place : 'other';
}

/** What an entry does to each record that it names. */
function effectsOf({ facts, content }: JournalEntry): Map<string, Effect> {
  const contents = 'contents' in content ? content.contents : [];
  const effects = new Map<string, Effect>();
  facts.changes.forEach((change, at) => {
    if (!('id' in change)) return;
    const fields = contents[at];
    const place = fields && !Array.isArray(fields) ? fields['x'] : undefined;
    effects.set(change.id, change.kind === 'bin' ? 'gone' : typeof place === 'number' ? place : 'other');
  });
  return effects;
}

function codesOf(refused: readonly OpRefusal[]): string {
  return JSON.stringify(refused.map(({ op, code }) => [op, code]));
}
