import type { JournalEntry } from '@bridgeboard/protocol';

import type { Story } from './diary.ts';

/** What people asked of one board and what its store has of it. */
export interface BoardCase {
  readonly board: string;
  readonly schools: readonly string[];
  /** Entries up to this number were there before anybody drew. */
  readonly since: number;
  readonly entries: readonly JournalEntry[];
  /** By id of the outbox. */
  readonly pupils: ReadonlyMap<string, Writer>;
  /** By id of the person. */
  readonly teachers: ReadonlyMap<string, Story>;
}

interface Writer {
  readonly person: string;
  readonly story: Story;
}

/** What was answered, and one line for each thing that is not as it was answered. */
export interface Judgement {
  acked: number;
  acts: number;
  /** Answered, and not there as it was answered. */
  readonly lost: string[];
  /** There, and asked by nobody or refused. */
  readonly phantom: string[];
}
