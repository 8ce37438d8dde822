/**
 * Everything that people may do here, and the kind of people it is for. `on: 'board'`: only on one that is open to them; `isLive`: not on
 * one that is archived. `withoutFactor`: also for staff who lack the second factor that their school asks for, because it is how they come to one;
 * `needsFactor`: only with one, whatever the school asks.
 */
export const actions = {
  'sign in or out': { who: 'anyone' },
  'come in by code': { who: 'anyone' },
  'come in by link': { who: 'anyone' },
  'look on as a guest': { who: 'anyone' },
  'wait in the lobby': { who: 'pupil' },
  'set up the first school': { who: 'anyone' },
  'take an invitation': { who: 'anyone' },
  'read the own school': { who: 'staff' },
  'run the own school': { who: 'administrator' },
  'read the own account': { who: 'signed-in', withoutFactor: true },
  'manage the own account': { who: 'staff', withoutFactor: true },
  'manage classes': { who: 'staff' },
  'list boards': { who: 'signed-in' },
  'make a board': { who: 'staff' },
  'look at a board': { who: 'signed-in', on: 'board' },
  'come to a board': { who: 'signed-in', on: 'board', isLive: true },
  'work on a board': { who: 'signed-in', on: 'board', isLive: true },
  'run a lesson': { who: 'staff', on: 'board', isLive: true },
  'bring a board back': { who: 'staff', on: 'board' },
  'list what waits': { who: 'staff' },
  'read the audit log': { who: 'staff' },
  'moderate a board': { who: 'staff', on: 'board' },
  'report a concern': { who: 'signed-in', on: 'board' },
  'look after concerns': { who: 'staff' },
  'look into a breach': { who: 'leading', needsFactor: true },
  'publish a board': { who: 'staff', on: 'board' },
  'read charters': { who: 'staff' },
  'change a charter': { who: 'administrator' },
} as const satisfies Readonly<Record<string, ActionRule>>;

export type Action = keyof typeof actions;

export interface ActionRule {
  /** Who leads is an administrator or a safeguarding lead. */
  readonly who: 'anyone' | 'signed-in' | 'pupil' | 'staff' | 'leading' | 'administrator';
  readonly on?: 'board';
  readonly withoutFactor?: true;
  readonly needsFactor?: true;
  readonly isLive?: true;
}

/** What nobody need be signed in for. */
export type OpenAction = { [A in Action]: (typeof actions)[A]['who'] extends 'anyone' ? A : never }[Action];

/** What is done on a board that is open to whoever does it. */
export type BoardAction = { [A in Action]: (typeof actions)[A] extends { readonly on: 'board' } ? A : never }[Action];
