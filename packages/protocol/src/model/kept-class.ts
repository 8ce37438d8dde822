/** Until when something is kept: so many days, for ever, or until something happens. */
type KeptPeriod =
  | { readonly until: 'days'; readonly days: number }
  /** The strictest `keepMonths` of its schools without a change, then the archive for so many days; staff hear of the last of them once more. */
  | { readonly until: 'unchanged'; readonly archiveDays: number; readonly lastDays: number }
  | { readonly until: 'removed' | 'over' | 'ever' };

/** Every class of data that an instance keeps, with its period (SG-23): what the server does and what the page about it says are both made from this. */
export const keptClasses = {
  /** Boards with all that is on them: journals, bin and former versions, pictures, decisions, published pages, who was let in. */
  work: { until: 'unchanged', archiveDays: 30, lastDays: 7 },
  /** Pictures that were uploaded and are on no board. */
  uploads: { until: 'days', days: 1 },
  /** A pupil's name, pictures for signing in, consent and what the pupil is trusted with. */
  pupils: { until: 'removed' },
  /** Schools, their charters, classes and staff with their ways to sign in. */
  schools: { until: 'removed' },
  sessions: { until: 'over' },
  invitations: { until: 'days', days: 7 },
  /** Where a sign-in came from, cut short. */
  networks: { until: 'days', days: 7 },
  /** Who did what and when, by ids. */
  audit: { until: 'ever' },
  /** Reports of a concern; what was sealed with them goes with an erasure, unless a lead holds it. */
  concerns: { until: 'ever' },
  /** Ids of those whose work, and of boards that, are gone for good. */
  erasures: { until: 'ever' },
} as const satisfies Readonly<Record<string, KeptPeriod>>;
export type KeptClass = keyof typeof keptClasses;

/** What there is of one pupil, each with the class that it is kept as: what is said after a breach is said in these words (SG-35). */
export const pupilData = {
  name: 'pupils',
  consent: 'pupils',
  trust: 'pupils',
  class: 'schools',
  /** The class code, which opens the door of a lesson; what a PIN is, nobody can read. */
  code: 'schools',
  work: 'work',
  pictures: 'work',
  remarks: 'work',
  /** What was decided about the work, with what staff wrote to the pupil: "My work". */
  decisions: 'work',
  reports: 'concerns',
  activity: 'audit',
} as const satisfies Readonly<Record<string, KeptClass>>;
export type PupilData = keyof typeof pupilData;
