import { auditAct } from '@bridgeboard/protocol';
import type { AuditAct, AuditDraft, AuditSubject, Board } from '@bridgeboard/protocol';
import type { AuditedEntry } from '@bridgeboard/storage';

interface About {
  readonly board: Pick<Board, 'id' | 'schools'>;
  /** The school of somebody, or null for whoever is unknown by now. */
  readonly schoolOf: (person: string) => Promise<string | null>;
}

/** What everybody on a board sees the effect of; all the rest is for the schools of whoever acted and was acted upon. */
const forAllSchools: ReadonlySet<AuditAct> = new Set([
  'board.freeze',
  'board.unfreeze',
  'board.stop-everything',
  'board.set-mode',
  'board.allow-open',
  'board.needs-teacher',
  'board.cursors',
  'board.set-hours',
  'board.set-level',
  'board.staff-page',
  'board.restore',
  'page.restore',
]);

/** An erasure stands on each board of its pupil; it has one line, from whoever carries it out. */
const toldElsewhere: ReadonlySet<AuditAct> = new Set(['person.erase']);

const mostSubjects = 300;
const mostLetters = 80;

/** Guests act on no one's log: what they do on a board asks for no line. */
function signedIn(actor: AuditedEntry['facts']['actor']): AuditDraft['by'] {
  return actor === null || actor.role === 'guest' ? null : { ...actor, role: actor.role };
}

/** The lines that an entry of a board's journal asks for (AU4). */
export async function draftsOf({ facts, audit }: AuditedEntry, about: About): Promise<AuditDraft[]> {
  const drafts = audit.map(async ({ action, subjects }, place): Promise<AuditDraft[]> => {
    const act = auditAct.safeParse(action).data;
    if (act === undefined || toldElsewhere.has(act)) return [];
    const told = subjects.map((text, at) => subjectOf(text, { kind: kindOf(act, at), ...about }));
    const named = told.filter((one) => typeof one !== 'string').slice(0, mostSubjects);
    return [
      {
        at: facts.at,
        act,
        by: signedIn(facts.actor),
        schools: await readersOf(act, { by: facts.actor?.school, named, ...about }),
        board: facts.board,
        subjects: named,
        detail:
          told
            .filter((one) => typeof one === 'string')
            .join(',')
            .slice(0, mostLetters) || null,
        entry: { seq: facts.seq, place },
        network: null,
      },
    ];
  });
  return (await Promise.all(drafts)).flat();
}

/** What an id is of that tells it by no form of its own. */
function kindOf(act: AuditAct, place: number): AuditSubject['kind'] {
  if (act.startsWith('case.') && place === 0) return 'case';
  return act === 'board.set-class-level' ? 'class' : 'person';
}

/** A journal names what an act was about by ids and by words of the program (`own-school`, `true`, `all`). */
function subjectOf(text: string, { kind, board }: About & { kind: AuditSubject['kind'] }): AuditSubject | string {
  if (/^(?:shape|binding|page|asset|document):/.test(text)) return { kind: 'record', id: text };
  if (board.schools.includes(text)) return { kind: 'school', id: text };
  const isId = kind === 'case' || /^[A-Za-z0-9_-]{10,80}$/.test(text);
  if (isId && !/^[a-z-]{1,18}$/.test(text)) return { kind, id: text };
  return text.toLowerCase().replaceAll(/[^a-z0-9.,]+/g, '-');
}

async function readersOf(
  act: AuditAct,
  { by, named, board, schoolOf }: About & { by: string | undefined; named: readonly AuditSubject[] },
): Promise<string[]> {
  const people = named.filter(({ kind }) => kind === 'person');
  if (forAllSchools.has(act) && people.length === 0) return [...board.schools];
  const theirs = await Promise.all(people.map(({ id }) => schoolOf(id)));
  const known = [by, ...theirs].filter((school) => school !== null && school !== undefined);
  // An act of nobody about nobody who is known: whoever shares the board may know of it.
  return known.length > 0 ? [...new Set(known)] : [...board.schools];
}
