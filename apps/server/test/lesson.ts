import {
  RawClient,
  letPupilIn,
  makeBoard,
  signInStaff,
  until,
  type DemoServer,
  type HttpPerson,
} from '@bridgeboard/testkit';

/** A lesson in the making: two teachers and a pupil of each school on one blank board, all over the wire. */
export interface Lesson {
  readonly server: DemoServer;
  readonly board: string;
  readonly reed: HttpPerson;
  readonly bello: HttpPerson;
  readonly oliver: HttpPerson;
  readonly aisha: HttpPerson;
}

/** Lets a pupil of each school in to a new board of this server. */
export async function startLesson(server: DemoServer, title = 'Rain'): Promise<Lesson> {
  const reed = await signInStaff(server, 0);
  const bello = await signInStaff(server, 1);
  const board = await makeBoard(reed, title);
  const oliver = await letPupilIn(server, { school: 0, pupil: 0, board, by: reed });
  const aisha = await letPupilIn(server, { school: 1, pupil: 0, board, by: bello });
  return { server, board, reed, bello, oliver, aisha };
}

/** This person on the lesson's board. */
export async function onBoard(lesson: Lesson, person: HttpPerson): Promise<RawClient> {
  return new RawClient(person).join(lesson.board);
}

/** The case that this record waits in, once it can be decided. */
export async function waitingCase(staff: RawClient, record: string): Promise<{ id: string; hash: string }> {
  const found = await until(
    () => [...staff.cases.values()].find((one) => one.status === 'waiting' && one.records.includes(record) && one.hash),
    'the case to wait',
  );
  return { id: found.id, hash: found.hash ?? '' };
}
