import { PasswordGuesser, guessesPerSecond } from '../clients/password-guesser.ts';
import { withDrawers } from '../fanout/people.ts';
import { runFanout, type FanoutResult } from '../fanout/run-fanout.ts';
import { everybodySees } from '../fanout/targets.ts';
import { decimals, percent } from '../report/text-table.ts';
import { BridgeboardServer } from '../servers/bridgeboard-server.ts';
import { definedWorkload, type Workload } from '../workload/workload.ts';
import type { Part } from './part.ts';

const lesson: Workload = { ...definedWorkload, sessions: 60, drawers: 20 };

function lessonOn(server: BridgeboardServer): Promise<FanoutResult> {
  const people = withDrawers(server.people, lesson);
  const target = { kind: 'bridgeboard', server: server.process, board: server.board, workload: lesson } as const;
  return runFanout({ ...target, people, sight: everybodySees, approveAfterMs: null });
}

function openServer(): Promise<BridgeboardServer> {
  return BridgeboardServer.start({
    people: lesson.sessions,
    mode: 'open',
    env: { TRUSTED_PROXIES: '127.0.0.1,::1' },
  });
}

async function undisturbed(): Promise<FanoutResult> {
  await using server = await openServer();
  const result = await lessonOn(server);
  return result;
}

async function whileSomebodyGuesses(): Promise<{ guessed: FanoutResult; answers: Record<string, number> }> {
  await using server = await openServer();
  using guesser = new PasswordGuesser(server.url);
  const guessed = await lessonOn(server);
  return { guessed, answers: Object.fromEntries(guesser.answers) };
}

/** Somebody guesses passwords while a lesson runs. */
export const signInGuesses: Part = {
  name: 'sign-in-guesses',
  title: 'Guessing passwords during a lesson',
  method:
    'The open row with 60 people of whom 20 draw, first undisturbed, then with 200 sign-ins a second of ever other people from a thousand networks in turn, each with a wrong password.',
  async run() {
    const alone = await undisturbed();
    const { guessed, answers } = await whileSomebodyGuesses();
    const lines = [alone, guessed].map(({ serverCpu, p95Ms, p99Ms, delivered }, nth) => [
      nth === 0 ? 'none' : decimals(guessesPerSecond),
      percent(serverCpu),
      decimals(p95Ms),
      decimals(p99Ms),
      decimals(p95Ms / alone.p95Ms, 2),
      percent(delivered, 2),
      nth === 0
        ? ''
        : Object.entries(answers)
            .map(([status, times]) => `${times} × ${status}`)
            .join(', '),
    ]);
    return {
      figures: { guessesPerSecond, answers, alone, guessed, p95Ratio: guessed.p95Ms / alone.p95Ms },
      head: ['guesses a second', 'server CPU', 'p95 ms', 'p99 ms', '÷ undisturbed', 'delivered', 'answers'],
      lines,
    };
  },
};
