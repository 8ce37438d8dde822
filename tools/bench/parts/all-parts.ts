import { fullBoard, viewers } from './crowds.ts';
import { frameTime } from './frame-time.ts';
import { groupCommit } from './group-commit.ts';
import { joinStorm } from './join-storm.ts';
import { longJournal } from './long-journal.ts';
import { longQueue } from './long-queue.ts';
import { memory } from './memory.ts';
import { opening } from './opening.ts';
import type { Part } from './part.ts';
import { profile } from './profile.ts';
import { signInAmongGuesses } from './sign-in-among-guesses.ts';
import { signInGuesses } from './sign-in-guesses.ts';
import { slowReaders } from './slow-readers.ts';
import { wayIn } from './way-in.ts';

/** What a full run measures beside the fan-out table, in this order. */
export const allParts: readonly Part[] = [
  profile,
  joinStorm,
  opening,
  longJournal,
  groupCommit,
  memory,
  viewers,
  fullBoard,
  slowReaders,
  signInGuesses,
  signInAmongGuesses,
  wayIn,
  longQueue,
  frameTime,
];
