import type { LoadPerson } from '../clients/load-client.ts';
import { peopleWhoDraw } from '../workload/workload.ts';
import type { Workload } from '../workload/workload.ts';

/** People of a peer, which knows no schools: numbered alike, so that the same hands draw in each run. */
export function peopleOfPeer(count: number): Omit<LoadPerson, 'draws'>[] {
  return Array.from({ length: count }, (_, number) => ({
    number,
    role: number < 2 ? 'staff' : 'pupil',
    school: number % 2,
    cookie: '',
  }));
}

/** Half of the drawers from each school, all of them pupils. */
export function withDrawers(people: readonly Omit<LoadPerson, 'draws'>[], workload: Workload): LoadPerson[] {
  const drawing = new Set<number>();
  for (const school of [0, 1]) {
    const pupils = people.filter((person) => person.role === 'pupil' && person.school === school);
    const count = Math.floor((peopleWhoDraw(workload) + 1 - school) / 2);
    for (const { number } of pupils.slice(0, count)) drawing.add(number);
  }
  return people.map((person) => ({ ...person, draws: drawing.has(person.number) }));
}

/** A teacher, and one pupil of each school who draws nothing. */
export function chooseProbes(people: readonly LoadPerson[]): number[] {
  const teacher = people.find(({ role }) => role === 'staff');
  const watchers = [0, 1].map((school) =>
    people.findLast((person) => person.role === 'pupil' && person.school === school && !person.draws),
  );
  return [teacher, ...watchers].flatMap((person) => (person ? [person.number] : []));
}
