import {
  getConcern,
  getConcernDrawing,
  getConcernEvidence,
  getConcernExport,
  getTermReport,
  getConcerns,
  postConcern,
  postConcernStep,
} from '@bridgeboard/protocol';
import type { Locale } from '../../../web/src/i18n/locales.ts';
import type { ConcernEvidence } from '@bridgeboard/protocol';

import { PreparedAnswer, type Api } from '../http/call.ts';
import { found, Refused } from '../http/refusal.ts';
import { stillPolicy } from '../http/security-headers.ts';
import type { GatherFor } from '../picture-addresses.ts';
import type { Person } from '../rooms/live-board.ts';
import type { IsSealed } from '../sealed-pictures.ts';
import type { ConcernBook, KnownConcern } from './concern-book.ts';
import type { ConcernDesk } from './concern-desk.ts';
import type { ConcernSteps } from './concern-steps.ts';
import type { Concerns } from './concerns.service.ts';
import { drawEvidence } from './draw-evidence.ts';
import type { SealedReport } from './evidence.ts';
import { versionsFor, viewEvidence } from './evidence-view.ts';
import type { PeopleOfCases } from './people-of-cases.ts';

export interface SafeguardingParts {
  readonly concerns: Concerns;
  readonly desk: ConcernDesk;
  readonly steps: ConcernSteps;
  readonly book: ConcernBook;
  /** The page for the yearly review, for somebody at the desk. */
  readonly termReport: (person: Person, locale: Locale) => Promise<string>;
  readonly peopleFor: (school: string) => PeopleOfCases;
  readonly gatherFor: GatherFor;
  readonly isSealed: IsSealed;
}

/** Reporting a concern, for everybody on a board. */
export function mountConcerns(api: Api, { concerns }: Pick<SafeguardingParts, 'concerns'>): void {
  api.on(postConcern, ({ session: { person }, board, body }) => concerns.report(person, board, body));
}

/** The desk of those who look after reports. */
export function mountDesk(api: Api, parts: SafeguardingParts): void {
  const { desk, steps, book } = parts;

  api.on(getConcerns, ({ session }) => desk.list(session.person));

  api.on(getConcern, async ({ session: { person }, ids }) => {
    await steps.see(person, await desk.find(person, ids.concern));
    return desk.view(person, await desk.find(person, ids.concern));
  });

  api.on(postConcernStep, async ({ session: { person }, ids, body }) => {
    await steps.take(person, await desk.find(person, ids.concern), body);
    return {};
  });

  api.on(getConcernEvidence, async ({ session: { person }, ids }) => {
    const concern = await desk.find(person, ids.concern);
    return readEvidence(parts, person, concern);
  });

  api.on(getConcernDrawing, async ({ session: { person }, ids, request }) => {
    const concern = await desk.find(person, ids.concern);
    const sealed = found(await book.evidence(concern.id));
    const text = found(await draw(parts, { concern, sealed, person, isDark: request.query['theme'] === 'dark' }));
    return new PreparedAnswer({ text, type: 'svg', policy: stillPolicy });
  });

  api.on(getTermReport, async ({ session: { person }, language }) => {
    const text = await parts.termReport(person, language);
    return new PreparedAnswer({ text, type: 'html', policy: stillPolicy, isDownload: true });
  });

  api.on(getConcernExport, async ({ session: { person }, ids, language }) => {
    const concern = await desk.find(person, ids.concern);
    const sealed = await book.evidence(concern.id);
    const { renderExport } = await import('./export-page.ts');
    const text = renderExport({
      view: await desk.view(person, concern),
      evidence: sealed && (await readEvidence(parts, person, concern)),
      drawing: sealed && (await draw(parts, { concern, sealed, person, isDark: false }).catch(noSealed)),
      locale: language,
      reader: person.name,
      school: person.school,
    });
    return new PreparedAnswer({ text, type: 'html', policy: stillPolicy, isDownload: true });
  });
}

async function readEvidence(
  { book, peopleFor }: SafeguardingParts,
  person: Person,
  concern: KnownConcern,
): Promise<ConcernEvidence> {
  const sealed = found(await book.evidence(concern.id));
  return viewEvidence(concern, sealed, { person, people: peopleFor(person.school) });
}

/** Null where nothing of it is this school's to see. Throws `Refused` SEALED where it shows a picture that nobody may see (SG-15). */
async function draw(
  { gatherFor, isSealed }: SafeguardingParts,
  about: { concern: KnownConcern; sealed: SealedReport; person: Person; isDark: boolean },
): Promise<string | null> {
  const { piece } = about.sealed;
  const all = piece ? versionsFor(about.concern, piece, about.person) : [];
  const versions = all.filter(({ record }) => record.typeName === 'shape');
  if (piece === null || versions.length === 0) return null;
  const pictures = piece.pictures.map(({ asset }) => asset);
  for (const asset of pictures) if (await isSealed(asset)) throw new Refused('SEALED');
  const gather = gatherFor(about.person);
  return drawEvidence(versions, { gather, theme: about.isDark ? 'dark' : 'light', pictures });
}

function noSealed(reason: unknown): null {
  if (reason instanceof Refused && reason.code === 'SEALED') return null;
  throw reason;
}
