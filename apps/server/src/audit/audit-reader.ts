import { AuditCheck, dayAround, type AuditFault } from '@bridgeboard/domain';
import type { AuditAct, AuditView, KeptAuditLine } from '@bridgeboard/protocol';
import type { Storage } from '@bridgeboard/storage';

import type { SignedIn } from '../http/signed-in.ts';
import { found } from '../http/refusal.ts';
import type { Person } from '../rooms/live-board.ts';
import type { SchoolBriefs } from '../school-briefs.ts';
import { checkAuditLog } from './check-audit-log.ts';
import { NamesOfLines } from './names-of-lines.ts';

/** Which lines a reader wants to see. */
export interface AuditWish {
  readonly below: number;
  readonly acts?: readonly AuditAct[] | undefined;
  readonly person?: string | undefined;
  readonly board?: string | undefined;
  /** As a calendar writes it: 2026-11-30. */
  readonly day?: string | undefined;
}

interface ReaderParts {
  readonly storage: Storage;
  readonly schoolBrief: SchoolBriefs;
  readonly onError: (what: string, reason: unknown) => void;
  /** Whether somebody may learn that there is such a report of concern. */
  readonly mayKnow: (person: Person, concern: string) => Promise<boolean>;
}

const linesPerPage = 50;
/** A shorter rest of the chain is checked before the answer, a longer one meanwhile. */
const checkedAtOnce = 1_000;

/** The audit log as staff of one school may read it (AU6): their school's lines, with the names of today. */
export class AuditReader {
  readonly #parts: ReaderParts;
  readonly #check = new AuditCheck({ number: 0, hash: '' });
  #fault: AuditFault | null = null;
  #checking: Promise<void> | null = null;

  constructor(parts: ReaderParts) {
    this.#parts = parts;
  }

  async read(session: SignedIn, wish: AuditWish): Promise<AuditView> {
    const { storage, schoolBrief } = this.#parts;
    const { school } = session.person;
    const { timeZone } = found(await storage.directory.school(school));
    const { day, ...asked } = wish;
    const query = { ...asked, ...(day === undefined ? {} : spanOf(day, timeZone)), school };
    const { lines, next } = await this.#page(session.person, query);
    const names = new NamesOfLines(storage, session);
    const boards = (await storage.catalogue.boardsOf(school)).filter(({ archived }) => !archived?.heldAt);
    const schools = new Set([school, ...boards.flatMap((board) => board.schools)]);
    return {
      lines: await Promise.all(lines.map((line) => names.view(line))),
      next,
      schools: await Promise.all([...schools].map(schoolBrief)),
      staff: (await storage.directory.staffOf(school)).map(({ id, name }) => ({ id, name })),
      boards: boards.map(({ id, title }) => ({ id, title })),
      chain: await this.#chain(),
    };
  }

  /** Goes on where a search ended before its page was full: it looks through so many lines at a time. */
  async #page(reader: Person, query: Omit<Parameters<Storage['audit']['find']>[0], 'limit'>) {
    const lines: KeptAuditLine[] = [];
    let next: number | null = query.below;
    for (let searches = 0; next !== null && lines.length < linesPerPage && searches < 5; searches += 1) {
      const page = await this.#parts.storage.audit.find({ ...query, below: next, limit: linesPerPage - lines.length });
      lines.push(...(await this.#without(reader, page.lines)));
      next = page.next;
    }
    return { lines, next };
  }

  /** AU7: lines about reports of concern are for whoever looks after them. */
  async #without(reader: Person, lines: readonly KeptAuditLine[]): Promise<KeptAuditLine[]> {
    const told: KeptAuditLine[] = [];
    for (const kept of lines) {
      const concern = kept.line.subjects.find(({ kind }) => kind === 'concern');
      if (!concern || (await this.#parts.mayKnow(reader, concern.id))) told.push(kept);
    }
    return told;
  }

  async #chain(): Promise<AuditView['chain']> {
    const { number } = await this.#parts.storage.audit.head();
    this.#checking ??= this.#goOn();
    if (number - this.#check.head.number <= checkedAtOnce) await this.#checking;
    const { number: checked } = this.#check.head;
    return { checked, lines: Math.max(number, checked), brokenAt: this.#fault === null ? null : checked + 1 };
  }

  /** Each line once: what is wrong stays wrong, and what was right is read again by `pnpm verify:audit` and after a start. */
  async #goOn(): Promise<void> {
    try {
      if (this.#fault === null) this.#fault = (await checkAuditLog(this.#parts.storage.audit, this.#check)).fault;
    } catch (reason) {
      this.#parts.onError('check of the audit log', reason);
    }
    this.#checking = null;
  }
}

const dayMs = 86_400_000;

/** From when to when a day of a zone's calendar lasts. */
function spanOf(day: string, timeZone: string): { since: number; until: number } {
  const calendar = new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' });
  const noon = Date.parse(`${day}T12:00:00Z`);
  // Far from Greenwich its noon is on the day before or after.
  const within = [noon, noon - dayMs, noon + dayMs].find((at) => calendar.format(at) === day) ?? noon;
  const { from, to } = dayAround(timeZone, within);
  return { since: from, until: to };
}
