import { concernReason, entityId, type ConcernReason } from '@bridgeboard/protocol';
import * as z from 'zod';

import { Refused } from '../http/refusal.ts';
import type { OutsideReport } from '../outside-report.ts';
import { gatherPieces } from './gather-pieces.ts';
import type { OpenPublication } from './read-publication.ts';

const mostCharacters = 500;
/** So many strokes of a drawing go with the one that is named. */
const mostStrokes = 100;

const form = z.object({
  id: entityId,
  piece: z.string().max(60),
  reason: concernReason,
  words: z.string().max(4 * mostCharacters),
});

/** What somebody sends from a published page. */
export interface PublishedReport {
  readonly id: string;
  /** Id of a record of the piece, '' for the whole page. */
  readonly piece: string;
  readonly reason: ConcernReason;
  readonly words: string;
}

/** Reads the form of a page that runs no script. Throws `Refused` BAD_TYPE for anything else. */
export function readReportForm(body: unknown, isForm: boolean): PublishedReport {
  if (!isForm || !Buffer.isBuffer(body)) throw new Refused('BAD_TYPE', { status: 415 });
  const given = Object.fromEntries(new URLSearchParams(body.toString('utf8')));
  const read = form.safeParse({ piece: '', words: '', ...given });
  if (!read.success) throw new Refused('BAD_MESSAGE');
  return { ...read.data, words: read.data.words.slice(0, mostCharacters) };
}

/** All of the piece that a record of a published page belongs to, that record first; null where the page never had it. */
export function recordsOfPiece({ made, publication }: OpenPublication, record: string): string[] | null {
  const piece = gatherPieces(made).find(({ records }) => records.some(({ id }) => id === record));
  const others = (piece?.records ?? []).map(({ id }) => id).filter((id) => id !== record);
  // What has been put away meanwhile is on the page no more, and can still be told of.
  const wasOnIt = publication.parts.some(({ records }) => records.some((one) => one.record.id === record));
  return wasOnIt ? [record, ...others].slice(0, mostStrokes) : null;
}

/** What is told of a published page, as a report: of a piece to the school whose it is, of the page to all of them. */
export function reportOf(open: OpenPublication, sent: PublishedReport, network: string): OutsideReport {
  const { id, reason, words } = sent;
  const shared = { from: 'link', source: `network ${network}`, board: open.board } as const;
  const wish = { id, reason, words };
  if (sent.piece === '') {
    const [first, ...others] = open.schools.map((school) => school.id);
    if (first === undefined) throw new Refused('NOT_FOUND');
    return { ...shared, schools: [first, ...others], wish: { ...wish, about: { kind: 'board' } } };
  }
  const [record, ...also] = recordsOfPiece(open, sent.piece) ?? [];
  const part = open.publication.parts.find(({ records }) => records.some((one) => one.record.id === record));
  if (record === undefined || part === undefined) throw new Refused('NOT_FOUND');
  return { ...shared, schools: [part.school], wish: { ...wish, also, about: { kind: 'piece', record } } };
}
