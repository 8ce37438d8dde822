import { RawClient, letPupilIn, makeBoard, signInStaff, type DemoServer, type HttpPerson } from '@bridgeboard/testkit';

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
