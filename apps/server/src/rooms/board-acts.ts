import type { ActOutcome, BoardState, GovernEvent } from '@bridgeboard/domain';
import type { EditMessage, Verdict } from '@bridgeboard/protocol';

import type { ActsOnPeople, EditResult, Participant, Person, Refusal } from './live-board.ts';
import type { RoomSession } from './room-session.ts';

/** What can be done on a live board. Acts resolve with null, or with why they did not happen, once that is durable. */
export interface BoardActs {
  edit(by: Participant, message: EditMessage): Promise<EditResult>;
  decide(act: {
    by: Person;
    case: string;
    verdict: Verdict;
    hash: string;
    note?: string | undefined;
  }): Promise<Refusal | null>;
  undoDecision(act: { by: Person; case: string }): Promise<Refusal | null>;
  hide(act: { by: Person; record: string; hidden: boolean }): Promise<Refusal | null>;
  restorePage(act: { by: Person; page: string }): Promise<Refusal | null>;
  accept(act: {
    by: Person;
    records: readonly { readonly record: string; readonly hash: string }[];
  }): Promise<Refusal | null>;
  takeBackAccepted(act: { by: Person; records: readonly string[] }): Promise<Refusal | null>;
  /** Any other act, decided on a draft of the board. */
  act(decide: (draft: BoardState) => ActOutcome): Promise<Refusal | null>;
  govern(act: { by: Person | null; event: GovernEvent }): Promise<Refusal | null>;
  readonly people: ActsOnPeople;
  readonly sessions: {
    all(): Iterable<RoomSession>;
    idsOf(person: string): string[];
    hasStaffOf(school: string): boolean;
  };
}
