import { createBoardState, firstBrokenLink, replayTo, type BoardState } from '@bridgeboard/domain';

import type { BoardCase, Judgement } from './board-case.ts';
import { judgeActs } from './judge-acts.ts';
import { judgeEdits } from './judge-edits.ts';
import { judgeRecords } from './judge-records.ts';

/** Compares a board's journal, and the board that comes of it, with what people were answered. */
export function judgeBoard(one: BoardCase): Judgement {
  const judgement: Judgement = { acked: 0, acts: 0, lost: [], phantom: [] };
  const broken = firstBrokenLink(one.entries);
  if (broken !== null) judgement.lost.push(`the chain of board ${one.board} is broken at entry ${broken}`);
  judgeEdits(one, judgement);
  judgeActs(one, judgement);
  const state = replayed(one);
  if (typeof state === 'string') judgement.lost.push(state);
  else judgeRecords(one, state, judgement);
  return judgement;
}

function replayed({ board, schools, entries }: BoardCase): BoardState | string {
  try {
    return replayTo(createBoardState({ board, schools, epoch: '' }), entries);
  } catch (reason) {
    return `board ${board} cannot be replayed: ${String(reason)}`;
  }
}
