import type { Picture } from './picture.ts';
import type { Studio } from './studio.ts';

const wide = [1280, 800] as const;
const tablet = [820, 1180] as const;

/** Waits at the door with Oliver. */
const friends = ['Amelia R.', 'Aryan S.', 'Freya D.', 'Harry G.', 'Jake T.', 'Ruby L.', 'Zainab K.'];

async function frontDoor(studio: Studio, name: string, locale: string): Promise<void> {
  await using child = await studio.window(wide, { locale });
  await child.page.goto('/');
  await child.page.keyboard.type('KFPR7');
  await studio.shoot(child.page, name);
}

/** Four pictures say who this is: two are tapped. */
async function pictures(studio: Studio, name: string): Promise<void> {
  await studio.door(60);
  const [schoolClass] = studio.server.demo.classes;
  await using oliver = await studio.window(tablet);
  await oliver.page.goto('/');
  await oliver.page.keyboard.type(schoolClass?.code ?? '');
  await oliver.page.keyboard.press('Enter');
  await oliver.page.getByRole('button', { name: 'Oliver H.' }).click();
  for (const picture of ['Owl', 'Turtle']) await oliver.page.getByRole('button', { name: picture }).click();
  await studio.shoot(oliver.page, name);
}

async function lobby(studio: Studio, name: string): Promise<void> {
  await studio.door(60);
  const door = `/api/boards/${studio.board}/door`;
  const { inside } = (await studio.reed.get(door)).json as { inside: { pupil: string }[] };
  const pupils = inside.map(({ pupil }) => pupil);
  // The demo has let everybody in already; for this picture they stand outside once more.
  await studio.reed.post(`/api/boards/${studio.board}/dismiss`, { pupils });
  for (const friend of friends) await (await studio.pupil(friend, tablet))[Symbol.asyncDispose]();
  await using oliver = await studio.pupil('Oliver H.', tablet);
  await oliver.page.goto('/lobby');
  await oliver.page.getByText('Zainab K.').waitFor();
  await studio.shoot(oliver.page, name);
  await studio.reed.post(`/api/boards/${studio.board}/admit`, { pupils });
}

/** A phone that has the app and no way to the server. */
async function offline(studio: Studio, name: string): Promise<void> {
  await using oliver = await studio.pupil('Oliver H.', [390, 844], { isMobile: true, hasTouch: true });
  await oliver.page.route(/\/(?:api|socket\.io)\//, (route) => route.abort('internetdisconnected'));
  await oliver.page.goto(`/b/${studio.board}`);
  await oliver.page.getByRole('heading', { name: 'The internet has gone away' }).waitFor();
  await studio.shoot(oliver.page, name);
}

export const waysIn: readonly Picture[] = [
  { name: '01-front-door', take: (studio, name) => frontDoor(studio, name, 'en-GB') },
  { name: '14-front-door-rtl', take: (studio, name) => frontDoor(studio, name, 'ar') },
  { name: '02-pupil-pin', take: pictures },
  { name: '03-lobby', take: lobby },
  { name: '12-error-offline', take: offline },
];
