import { messageNames, say } from './messages.ts';
import { actors, readTable } from './read-table.ts';
import type { ActorName, Row } from './read-table.ts';
import { ask, routes } from './requests.ts';
import type { Tried } from './requests.ts';
import { PermissionWorld } from './world.ts';

/** What came of trying everything as everybody. */
export interface Proof {
  readonly routes: number;
  readonly messages: number;
  readonly actors: number;
  /** Tries of what is there, and of what is not. */
  readonly cells: number;
  /** A line for each cell that is not as the table says. */
  readonly wrong: readonly string[];
  /** Routes and messages that the table does not know, and rows of it that are neither. */
  readonly withoutRow: readonly string[];
}

/** Who is told the same of what is not there as of what is (SEC-09): whoever it does not belong to. */
const strangerTo: Readonly<Record<ActorName, ActorName>> = {
  nobody: 'nobody',
  ended: 'ended',
  'own staff': 'foreign staff',
  'own teacher': 'foreign staff',
  'own lead': 'foreign staff',
  'factor due': 'factor due',
  'partner staff': 'foreign staff',
  'foreign staff': 'foreign staff',
  'own pupil': 'foreign pupil',
  'partner pupil': 'foreign pupil',
  'waiting pupil': 'foreign pupil',
  'left-out pupil': 'foreign pupil',
  'foreign pupil': 'foreign pupil',
  guest: 'guest',
};

function differences(row: Row, actor: ActorName, { present, absent }: Tried): string[] {
  const missing = isRefusedAnyhow(row, actor) ? row[actor] : ofWhatIsNotThere(row[strangerTo[actor]]);
  return [
    ...(present === row[actor] ? [] : [`${present} instead of ${row[actor]}`]),
    ...absent.filter((each) => each !== missing).map((each) => `${each} for what is not there`),
  ];
}

/** What administrators alone do is refused to other staff before anybody looks what it is about. */
function isRefusedAnyhow(row: Row, actor: ActorName): boolean {
  return (actor === 'own teacher' || actor === 'own lead') && row[actor] === 'FORBIDDEN' && row['own staff'] === 'yes';
}

function ofWhatIsNotThere(outcome: string): string {
  return outcome === 'yes' ? 'NOT_FOUND' : outcome;
}

/** This ends the session of whoever asks. */
const last = 'POST /api/auth/sign-out';

/** Tries every route and message of the real server as every actor and compares what became of it with the table. */
export async function provePermissions(): Promise<Proof> {
  const table = await readTable();
  const names = [...[...routes.keys()].filter((name) => name !== last), ...messageNames, last];
  await using world = await PermissionWorld.open();
  const wrong: string[] = [];
  let cells = 0;
  for (const name of names) {
    const row = table.get(name);
    if (!row) continue;
    for (const actor of actors) {
      const person = world.people[actor];
      const tried = await (routes.has(name) ? ask(world, person, name) : say(world, person, name));
      cells += 1 + tried.absent.length;
      wrong.push(...differences(row, actor, tried).map((what) => `${name} as ${actor}: ${what}`));
    }
  }
  const known = new Set(names);
  const withoutRow = [
    ...names.filter((name) => !table.has(name)),
    ...[...table.keys()].filter((row) => !known.has(row)),
  ];
  return { routes: routes.size, messages: messageNames.length, actors: actors.length, cells, wrong, withoutRow };
}
