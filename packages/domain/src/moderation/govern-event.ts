import type { BoardMode, OpeningHours, PupilLevel, Role } from '@bridgeboard/protocol';

/** Whose writing is stopped: everybody's, that of one school's pupils, or one pupil's. */
export type Frozen = { readonly all: true } | { readonly school: string } | { readonly person: string };

/** Something that changes the rules of a board, or how somebody stands on it. It holds for later edits only (P11). */
export type GovernEvent =
  | { readonly kind: 'set-mode'; readonly school: string; readonly mode: BoardMode }
  | { readonly kind: 'allow-open'; readonly allowed: boolean }
  | { readonly kind: 'needs-teacher'; readonly school: string; readonly needed: boolean }
  | { readonly kind: 'stop-everything'; readonly isOn: boolean }
  | { readonly kind: 'cursors'; readonly shown: boolean }
  | { readonly kind: 'look-first'; readonly school: string; readonly isOn: boolean }
  | { readonly kind: 'set-hours'; readonly school: string; readonly hours: OpeningHours | null }
  | { readonly kind: 'set-level'; readonly school: string; readonly level: PupilLevel }
  | {
      readonly kind: 'set-class-level';
      readonly school: string;
      readonly class: string;
      /** Who is in that class; those who are on the board stand so from now on. */
      readonly pupils: readonly string[];
      readonly level: PupilLevel;
    }
  | { readonly kind: 'staff-page'; readonly page: string; readonly isOn: boolean }
  | { readonly kind: 'freeze' | 'unfreeze'; readonly whom: Frozen }
  | {
      readonly kind: 'change-member';
      readonly person: string;
      readonly role?: Role | undefined;
      readonly level?: PupilLevel | undefined;
    }
  | { readonly kind: 'remove-member'; readonly person: string; readonly why: 'left' | 'suspended' }
  | { readonly kind: 'return-member'; readonly person: string };
