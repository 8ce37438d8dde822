import type { Change, ErrorCode, OpeningHours } from '@bridgeboard/protocol';
import { schoolRulesOf } from '../board/board-rules.ts';
import type { BoardState } from '../board/board-state.ts';
import { EntryDraft, type Actor } from '../journal/entry-draft.ts';
import { changeMember } from './change-member.ts';
import { changeLevel } from './change-level.ts';
import type { ActOutcome } from './decide-case.ts';
import type { Power } from './decision-tables.ts';
import type { Frozen, GovernEvent } from './govern-event.ts';
import { memberFor, powerOver, refusalOn } from './who-may.ts';

/** `actor` null stands for the board itself: the charters behind it, or whoever runs the server. */
interface GovernInput {
  readonly actor: Actor | null;
  readonly now: number;
  readonly event: GovernEvent;
}

/**
 * Takes an event of the board's rules or of its people (GOV1): the entry to keep, with its line for the audit log, or why it is
 * not to be. FORBIDDEN where it is not this person's to do, NOT_FOUND where it is about somebody or some school that is none
 * here, or is none that this person knows of.
 */
export function govern(state: BoardState, input: GovernInput): ActOutcome {
  const changes = changesOf(state, input);
  if (typeof changes === 'string') return { refused: changes };
  const by = input.actor?.person ?? '';
  const draft = new EntryDraft(state, { at: input.now, by });
  for (const change of changes) draft.add(change);
  draft.audit({ action: `board.${input.event.kind}`, by, subjects: subjectsOf(input.event) });
  return { entry: draft.seal({ kind: 'govern', actor: input.actor, client: undefined }) };
}

function changesOf(state: BoardState, input: GovernInput): Change[] | ErrorCode {
  const { event, actor } = input;
  if (isOfBoard(event)) return changeBoard(state, actor, event);
  switch (event.kind) {
    case 'set-mode':
    case 'needs-teacher':
    case 'look-first':
    case 'set-hours':
      return changeSchool(state, actor, event);
    case 'set-level':
    case 'set-class-level':
      return changeLevel(state, actor, event);
    case 'freeze':
    case 'unfreeze':
      return freeze(state, event.whom, { actor, isOn: event.kind === 'freeze' });
    default:
      return changeMember(state, actor, event);
  }
}

type SchoolEvent = Extract<GovernEvent, { kind: 'set-mode' | 'needs-teacher' | 'look-first' | 'set-hours' }>;

const actOf = {
  'set-mode': 'setMode',
  'needs-teacher': 'needTeacher',
  'look-first': 'lookFirst',
  'set-hours': 'setHours',
} as const;

function changeSchool(state: BoardState, actor: Actor | null, event: SchoolEvent): Change[] | ErrorCode {
  const { school } = event;
  if (powerOver(state, actor, { act: actOf[event.kind], school }) !== 'yes') return refusalOn(state, school);
  switch (event.kind) {
    case 'set-mode':
      if (event.mode === 'open' && !state.whole.openAllowed) return 'NOT_IN_CHARTER';
      return [{ kind: 'school-rules', school, mode: event.mode }];
    case 'needs-teacher':
      return [{ kind: 'school-rules', school, needsTeacher: event.needed }];
    case 'look-first':
      return [{ kind: 'school-rules', school, looksFirst: event.isOn }];
    case 'set-hours':
      return [{ kind: 'school-rules', school, hours: event.hours }];
  }
}

type BoardEvent = Extract<GovernEvent, { kind: 'allow-open' | 'stop-everything' | 'cursors' | 'staff-page' }>;

const boardEvents: ReadonlySet<GovernEvent['kind']> = new Set<BoardEvent['kind']>([
  'allow-open',
  'stop-everything',
  'cursors',
  'staff-page',
]);

function isOfBoard(event: GovernEvent): event is BoardEvent {
  return boardEvents.has(event.kind);
}

function changeBoard(state: BoardState, actor: Actor | null, event: BoardEvent): Change[] | ErrorCode {
  switch (event.kind) {
    case 'allow-open':
      return allowOpen(state, actor, event.allowed);
    case 'stop-everything':
      return stopEverything(state, actor, event.isOn);
    case 'cursors':
      return showCursors(state, actor, event.shown);
    case 'staff-page':
      return keepPageForStaff(state, actor, event);
  }
}

/** SG-08: where one charter takes its word back, no school goes on being open; its pupils' work waits again. */
function allowOpen(state: BoardState, actor: Actor | null, openAllowed: boolean): Change[] | ErrorCode {
  if (powerOver(state, actor, { act: 'allowOpen', school: null }) !== 'yes') return 'FORBIDDEN';
  const open = openAllowed ? [] : state.schools.filter((school) => schoolRulesOf(state, school).mode === 'open');
  return [
    { kind: 'board-rules', openAllowed },
    ...open.map((school): Change => ({ kind: 'school-rules', school, mode: 'held' })),
  ];
}

/** P39: each school's stop stands by itself until that school lets the board go on. */
function stopEverything(state: BoardState, actor: Actor | null, isOn: boolean): Change[] | ErrorCode {
  const power = powerOver(state, actor, { act: isOn ? 'stopEverything' : 'goOn', school: null });
  const stoppedBy = setAfter(state.whole.stoppedBy, { actor, isOn }, power);
  return stoppedBy ? [{ kind: 'board-rules', stoppedBy }] : 'FORBIDDEN';
}

/** P31: no pointers are told while the staff of any school want it so; each school takes back its own wish. */
function showCursors(state: BoardState, actor: Actor | null, shown: boolean): Change[] | ErrorCode {
  const power = powerOver(state, actor, { act: shown ? 'cursorsOn' : 'cursorsOff', school: null });
  const cursorsOffBy = setAfter(state.whole.cursorsOffBy, { actor, isOn: !shown }, power);
  return cursorsOffBy ? [{ kind: 'board-rules', cursorsOffBy }] : 'FORBIDDEN';
}

type PageEvent = Extract<GovernEvent, { kind: 'staff-page' }>;

/** BP5: pages are any staff's to make and to delete, so they are to keep for staff. */
function keepPageForStaff(state: BoardState, actor: Actor | null, { page, isOn }: PageEvent): Change[] | ErrorCode {
  if (powerOver(state, actor, { act: 'staffPage', school: null }) !== 'yes') return 'FORBIDDEN';
  if (state.slots.get(page)?.base?.typeName !== 'page') return 'NOT_FOUND';
  const others = state.whole.staffPages.filter((one) => one !== page);
  return [{ kind: 'board-rules', staffPages: isOn ? [...others, page] : others }];
}

interface Setting {
  readonly actor: Actor | null;
  readonly isOn: boolean;
}

/**
 * SG-30: anybody's staff stop everybody's pupils, or those of one school. Each school's freeze stands by itself, so that the
 * stricter wins: the whole board goes on when every school that stopped it has lifted its own. Who answers for the pupils of a
 * school may lift every freeze of that school.
 */
function freeze(state: BoardState, whom: Frozen, how: Setting): Change[] | ErrorCode {
  if ('person' in whom) return freezePerson(state, whom.person, how);
  const { actor, isOn } = how;
  if (!('school' in whom)) {
    const power = powerOver(state, actor, { act: isOn ? 'freezeBoard' : 'unfreezeBoard', school: null });
    const frozenBy = setAfter(state.whole.frozenBy, how, power);
    return frozenBy ? [{ kind: 'board-rules', frozenBy }] : 'FORBIDDEN';
  }
  const { school } = whom;
  const power = powerOver(state, actor, { act: isOn ? 'freezeSchool' : 'unfreezeSchool', school });
  const frozenBy = setAfter(schoolRulesOf(state, school).frozenBy, how, power);
  return frozenBy ? [{ kind: 'school-rules', school, frozenBy }] : refusalOn(state, school);
}

/** Who has set something that stands as long as anybody does not lift it, after this; null where it is not this actor's to do. */
function setAfter(setBy: readonly string[], { actor, isOn }: Setting, power: Power): string[] | null {
  if (power === 'no') return null;
  const by = actor?.school ?? '';
  const others = setBy.filter((one) => one !== by);
  if (isOn) return [...others, by];
  if (power === 'yes') return [];
  return setBy.includes(by) ? others : null;
}

function freezePerson(state: BoardState, person: string, { actor, isOn }: Setting): Change[] | ErrorCode {
  const member = memberFor(state, actor, { person, act: isOn ? 'freezePerson' : 'unfreezePerson' });
  if (typeof member === 'string') return member;
  return member.role === 'staff' ? 'FORBIDDEN' : [{ kind: 'member-changed', person, frozen: isOn }];
}

/** What the audit log says an event was about: schools, people and what they became, no content. */
function subjectsOf({ kind: _, ...about }: GovernEvent): string[] {
  const parts = 'whom' in about ? about.whom : about;
  if ('all' in parts) return ['all'];
  return Object.values(parts).flatMap(said);
}

/** A list is who is in a class, which the class stands for. */
function said(part: Part): string[] {
  if (part === undefined || Array.isArray(part)) return [];
  if (part === null) return ['any time'];
  if (typeof part !== 'object' || !('days' in part)) return [String(part)];
  return [`${part.days.join('')} ${part.from}-${part.to}`];
}

type Part = string | boolean | undefined | null | readonly string[] | OpeningHours;
