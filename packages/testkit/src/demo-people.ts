import { HttpPerson } from './http-person.ts';
import type { DemoServer } from './demo-server.ts';

/** A member of the demo's staff, signed in. School 0 is Riverside, 1 is Al-Noor. */
export async function signInStaff(server: Pick<DemoServer, 'url' | 'demo'>, school: 0 | 1): Promise<HttpPerson> {
  const person = new HttpPerson(server.url);
  const { email = '', password = '' } = server.demo.staff[school] ?? {};
  const answer = await person.post('/api/auth/sign-in/email', { email, password });
  if (answer.status !== 200) throw new Error(`staff could not sign in: ${answer.status} ${answer.text}`);
  return person;
}

/** Makes a blank board and opens its door. */
export async function makeBoard(staff: HttpPerson, title = 'A new board'): Promise<string> {
  const made = await staff.post('/api/boards', { title });
  const { id } = made.json as { id: string };
  await staff.post(`/api/boards/${id}/door`, { minutes: 30 });
  return id;
}

/** A pupil of the demo who shows the code, taps the PIN, waits, and is let in by their own school's staff. */
export async function letPupilIn(
  server: Pick<DemoServer, 'url' | 'demo'>,
  who: { school: 0 | 1; pupil: number; board: string; by: HttpPerson },
): Promise<HttpPerson> {
  const person = await atTheDoor(server, who);
  const door = (await who.by.get(`/api/boards/${who.board}/door`)).json as { waiting: { pupil: string }[] };
  const pupils = door.waiting.map(({ pupil }) => pupil);
  const admitted = await who.by.post(`/api/boards/${who.board}/admit`, { pupils });
  if (admitted.status !== 200) throw new Error(`the pupil was not let in: ${admitted.text}`);
  return person;
}

/** A pupil in the lobby, not let in yet. */
export async function atTheDoor(
  server: Pick<DemoServer, 'url' | 'demo'>,
  who: { school: 0 | 1; pupil: number },
): Promise<HttpPerson> {
  const demoClass = server.demo.classes[who.school];
  const demoPupil = demoClass?.pupils[who.pupil];
  if (!demoClass || !demoPupil) throw new Error('no such demo pupil');
  const person = new HttpPerson(server.url);
  const names = await person.post('/api/join/code', { code: demoClass.code });
  if (names.status !== 200) throw new Error(`the code was refused: ${names.text}`);
  const { pupils } = names.json as { pupils: { id: string; name: string }[] };
  const pupil = pupils.find(({ name }) => name === demoPupil.name)?.id;
  const entered = await person.post('/api/join/pin', { pupil, pin: demoPupil.pin });
  if (entered.status !== 200) throw new Error(`the PIN was refused: ${entered.text}`);
  await person.get('/api/lobby');
  return person;
}
