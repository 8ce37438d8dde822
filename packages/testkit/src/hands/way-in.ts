import type { PersonBrowser } from '../browsers.ts';
import type { DemoClass, DemoStaff } from '../demo-server.ts';

/** A teacher signs in on the page for it and is at home. */
export async function signInByHand({ page }: PersonBrowser, { email, password }: DemoStaff): Promise<void> {
  await page.goto('/sign-in');
  await page.getByLabel('School e-mail').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.waitForURL('**/home');
}

/** The same without the page, for what is about something else. */
export async function signInQuickly(person: PersonBrowser, { email, password }: DemoStaff): Promise<void> {
  await person.post('/api/auth/sign-in/email', { email, password });
}

/** A pupil types the class code at the front door, taps their name and their four pictures. */
export async function comeInByHand({ page }: PersonBrowser, schoolClass: DemoClass, name: string): Promise<void> {
  await page.goto('/');
  await page.getByLabel('Join with your class code').fill(schoolClass.code.toLowerCase());
  await page.getByRole('button', { name: 'Go to my class' }).click();
  await page.getByRole('button', { name }).click();
  const pictures = page.getByRole('group', { name: 'Pictures' }).getByRole('button');
  for (const place of pinOf(schoolClass, name)) await pictures.nth(place).click();
  await page.waitForURL(/\/(?:lobby|b\/)/);
}

/** The same without the pages. The pupil waits at the door then, or is inside where staff have let them in before. */
export async function comeInQuickly(person: PersonBrowser, schoolClass: DemoClass, name: string): Promise<void> {
  const { pupils } = (await person.post('/api/join/code', { code: schoolClass.code })) as {
    pupils: { id: string; name: string }[];
  };
  const pupil = pupils.find((candidate) => candidate.name === name)?.id;
  await person.post('/api/join/pin', { pupil, pin: pinOf(schoolClass, name) });
  await person.get('/api/lobby');
}

function pinOf(schoolClass: DemoClass, name: string): readonly number[] {
  const pupil = schoolClass.pupils.find((candidate) => candidate.name === name);
  if (pupil === undefined) throw new Error(`the demo has no pupil called ${name}`);
  return pupil.pin;
}
