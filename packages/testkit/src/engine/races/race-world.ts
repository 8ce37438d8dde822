import { joinBoard, type ActOutcome, type Actor } from '@bridgeboard/domain';
import type { BoardRecord, Verdict } from '@bridgeboard/protocol';

import { BoardWorld, bello, oliver, reed } from '../board-world.ts';
import { richText, shape } from '../records.ts';
import type { RaceStart, RaceStep } from './race.ts';

const khan: Actor = { person: 'khan', school: 'north', role: 'staff' };
const actors: ReadonlyMap<string, Actor> = new Map([oliver, reed, khan, bello].map((actor) => [actor.person, actor]));

export const note = shape('note', 'race', { 'props.richText': richText('w0') });

/** What a step came to: `taken`, or the code it was refused with. */
export type Outcome = 'taken' | (string & {});

/** What somebody looked at before deciding. */
export interface Look {
  readonly case: string;
  readonly hash: string;
  readonly words: string | null;
}

/** The words that a record shows, or null where there is none. */
export function wordsOf(record: BoardRecord | undefined): string | null {
  return /"text":"([^"]*)"/.exec(JSON.stringify(record ?? null))?.[1] ?? null;
}

/** One note of a pupil's, the real engine around it, and four people who act upon it one step at a time. */
export class RaceWorld {
  readonly board = new BoardWorld();
  readonly looks = new Map<string, Look>();
  readonly #pause: boolean;
  #written = 0;
  #lastCase = '';

  constructor({ mode, letOut, pause }: RaceStart) {
    this.#pause = pause;
    const joined = joinBoard(this.board.state, { actor: khan, now: this.board.now, random: 0.77 });
    if (joined) this.board.keep(joined);
    if (letOut) {
      this.board.must(oliver, { op: 'create', record: note });
      this.board.wait();
      const [made = ''] = this.board.decidableCases(reed);
      this.board.decide(reed, { case: made, verdict: 'board' });
    }
    if (mode === 'open') this.board.rule(null, { kind: 'allow-open', allowed: true });
    this.board.rule(reed, { kind: 'set-mode', school: 'north', mode });
    if (letOut) this.write(oliver);
    else this.board.must(oliver, { op: 'create', record: note });
    this.board.wait();
  }

  /** Does one step as the actor. */
  take(name: string, step: RaceStep): Outcome {
    const actor = actors.get(name) ?? oliver;
    const outcome = this.#do(actor, step);
    if (this.#pause) this.board.wait();
    return outcome;
  }

  /** The newest words that anybody has tried to write. */
  get newest(): string {
    return `w${this.#written}`;
  }

  write(actor: Actor): Outcome {
    this.#written += 1;
    return this.#edit(actor, { op: 'update', id: note.id, set: { 'props.richText': richText(this.newest) } });
  }

  #do(actor: Actor, step: RaceStep): Outcome {
    switch (step.kind) {
      case 'write':
        return this.write(actor);
      case 'erase':
        return this.#edit(actor, { op: 'delete', id: note.id });
      case 'look':
        return this.#look(actor);
      case 'decide':
        return this.#decide(actor, step.verdict);
      case 'undo':
        return this.#undo(actor);
      case 'hide':
      case 'show':
        return outcomeOf(this.board.hide(actor, note.id, step.kind === 'hide'));
      case 'freeze':
      case 'thaw':
        return this.#freeze(actor, step.kind === 'freeze' ? 'freeze' : 'unfreeze');
    }
  }

  #undo(actor: Actor): Outcome {
    return outcomeOf(this.board.undo(actor, this.looks.get(actor.person)?.case ?? this.#lastCase));
  }

  #freeze(actor: Actor, kind: 'freeze' | 'unfreeze'): Outcome {
    return outcomeOf(this.board.govern(actor, { kind, whom: { person: oliver.person } }));
  }

  #edit(actor: Actor, op: Parameters<BoardWorld['edit']>[1][number]): Outcome {
    const outcome = this.board.edit(actor, [op]);
    if (outcome.kind === 'refused') return outcome.code;
    return outcome.kind === 'entry' ? (outcome.refused[0]?.code ?? 'taken') : outcome.kind;
  }

  #look(actor: Actor): Outcome {
    const [found] = this.board.decidableCases(actor);
    const shown = found === undefined ? null : this.board.caseFor(actor, found);
    if (!shown) return 'nothing to look at';
    this.#lastCase = shown.id;
    const words = wordsOf(this.board.seenBy(reed).get(note.id));
    this.looks.set(actor.person, { case: shown.id, hash: shown.hash ?? '', words });
    return 'taken';
  }

  #decide(actor: Actor, verdict: Verdict): Outcome {
    const look = this.looks.get(actor.person);
    if (!look) return 'nothing to decide';
    return outcomeOf(this.board.decide(actor, { ...look, verdict, hash: look.hash || 'not yet' }));
  }
}

function outcomeOf(outcome: ActOutcome): Outcome {
  return 'entry' in outcome ? 'taken' : outcome.refused;
}
