import { auditActs } from '@bridgeboard/protocol';
import type { AuditAct } from '@bridgeboard/protocol';
import { BookOpen, DoorOpen, Gavel, Handshake, KeyRound, Presentation, School, Users } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';

/** What acts are about, in the order in which they can be chosen. */
export const actGroups = [
  'signIn',
  'door',
  'moderation',
  'board',
  'publication',
  'pupils',
  'partnership',
  'school',
] as const;
export type ActGroup = (typeof actGroups)[number];

/** The first word of an act says what it is about. */
const groupOfNoun: Readonly<Record<string, ActGroup>> = {
  session: 'signIn',
  sessions: 'signIn',
  factor: 'signIn',
  passkey: 'signIn',
  password: 'signIn',
  door: 'door',
  case: 'moderation',
  alert: 'moderation',
  concern: 'moderation',
  breach: 'school',
  record: 'moderation',
  board: 'board',
  page: 'board',
  publication: 'publication',
  class: 'pupils',
  pupil: 'pupils',
  person: 'pupils',
  partnership: 'partnership',
  school: 'school',
  staff: 'school',
  store: 'school',
};

/** Letting in and sending out belongs to the door. */
const groupOfAct: Partial<Record<AuditAct, ActGroup>> = { 'pupil.admit': 'door', 'pupil.dismiss': 'door' };

export const iconOfGroup: Readonly<Record<ActGroup, LucideIcon>> = {
  signIn: KeyRound,
  door: DoorOpen,
  moderation: Gavel,
  board: Presentation,
  publication: BookOpen,
  pupils: Users,
  partnership: Handshake,
  school: School,
};

export function groupOf(act: AuditAct): ActGroup {
  return groupOfAct[act] ?? groupOfNoun[act.split('.', 1)[0] ?? ''] ?? 'school';
}

/** All acts of a group. */
export function actsOf(group: ActGroup): AuditAct[] {
  return auditActs.filter((act) => groupOf(act) === group);
}
