import type { CharterInvitation, Partnership, SchoolRules } from '@bridgeboard/protocol';

import type { CharterOutcome, Signatory } from './change-charter.ts';
import { signCharter } from './members.ts';

const lastsMs = 14 * 24 * 60 * 60 * 1_000;
/** A partnership that waits for more schools than this has lost sight of whom it asked. */
const mostInvitations = 10;

interface Act {
  readonly by: Signatory;
  readonly now: number;
}

/** Whether a link still brings somebody in: nobody has signed by it, and its time has not run out. */
export function isInvitationOpen({ signed, expiresAt }: CharterInvitation, now: number): boolean {
  return signed === null && expiresAt > now;
}

/** A school of the partnership asks one more in. What has run out by then is cleared away. */
export function inviteSchool(
  partnership: Partnership,
  { id, hash }: Pick<CharterInvitation, 'id' | 'hash'>,
  { by, now }: Act,
): CharterOutcome {
  const { school, person } = by;
  if (!partnership.schools.includes(school)) return { refused: 'NOT_FOUND' };
  const waiting = partnership.invitations.filter((one) => one.signed !== null || isInvitationOpen(one, now));
  if (waiting.length >= mostInvitations) return { refused: 'QUOTA' };
  const invitation = { id, hash, school, by: person, at: now, expiresAt: now + lastsMs, signed: null, confirmed: [] };
  return { partnership: { ...partnership, invitations: [...waiting, invitation] } };
}

/** The school that was asked signs with its own rules. It is not in yet: those who are say first that it is the one they meant. */
export function signInvitation(
  partnership: Partnership,
  { id, rules }: { id: string; rules: SchoolRules },
  { by, now }: Act,
): CharterOutcome {
  const { school, person } = by;
  const invitation = partnership.invitations.find((one) => one.id === id);
  if (invitation === undefined || !isInvitationOpen(invitation, now)) return { refused: 'INVITATION_OVER' };
  const isIn = partnership.schools.includes(school);
  if (isIn || partnership.invitations.some(({ signed }) => signed?.school === school))
    return { refused: 'PARTNER_ALREADY' };
  return { partnership: replacing(partnership, { ...invitation, signed: { school, by: person, at: now, rules } }) };
}

/** A school of the partnership says that it meant the one that has signed. Once all have, that one is under the charter. */
export function confirmSchool(partnership: Partnership, id: string, { by, now }: Act): CharterOutcome {
  const invitation = invitationFor(partnership, id, by);
  const signed = invitation?.signed ?? null;
  if (invitation === undefined || signed === null) return { refused: 'NOT_FOUND' };
  const confirmed = [...new Set([...invitation.confirmed, by.school])];
  if (!partnership.schools.every((school) => confirmed.includes(school)))
    return { partnership: replacing(partnership, { ...invitation, confirmed }) };
  const signing = { by: { school: signed.school, person: signed.by }, rules: signed.rules, now };
  return { partnership: signCharter(without(partnership, id), signing) };
}

/** A school of the partnership takes an invitation back, or says that the one that has signed is not the one they meant. */
export function withdrawInvitation(partnership: Partnership, id: string, { by }: Pick<Act, 'by'>): CharterOutcome {
  if (invitationFor(partnership, id, by) === undefined) return { refused: 'NOT_FOUND' };
  return { partnership: without(partnership, id) };
}

function invitationFor(partnership: Partnership, id: string, by: Signatory): CharterInvitation | undefined {
  if (!partnership.schools.includes(by.school)) return undefined;
  return partnership.invitations.find((one) => one.id === id);
}

function replacing(partnership: Partnership, invitation: CharterInvitation): Partnership {
  const invitations = partnership.invitations.map((one) => (one.id === invitation.id ? invitation : one));
  return { ...partnership, invitations };
}

function without(partnership: Partnership, id: string): Partnership {
  return { ...partnership, invitations: partnership.invitations.filter((one) => one.id !== id) };
}
