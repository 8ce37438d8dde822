import { pinPictures } from '@bridgeboard/protocol';

import type { DemoSecrets } from './demo-secrets.ts';

function pinInWords(pin: readonly number[]): string {
  return pin.map((number) => pinPictures[number] ?? '').join(', ');
}

/** How to come in as each person of the demo, in plain words. */
export function demoWords(secrets: DemoSecrets, url: string): string[] {
  const staff = secrets.staff.map(
    ({ name, school, email, password }) => `  ${name}, ${school}: ${email}, password ${password}`,
  );
  const classes = secrets.classes.flatMap(({ name, school, code, pupils }) => [
    `  Class ${name}, ${school}: code ${code}`,
    ...pupils.map((pupil) => `    ${pupil.name}: ${pinInWords(pupil.pin)}`),
  ]);
  return [
    `Teachers sign in at ${url}/sign-in:`,
    ...staff,
    `Pupils type the class code at ${url} while a teacher holds a board's door open, pick their name and tap four pictures:`,
    ...classes,
  ];
}

/** The same for programs: one line of JSON. Numbers of a PIN count the pictures from 0. */
export function demoLine({ staff, classes }: DemoSecrets, url: string): string {
  const line = {
    url,
    staff: staff.map(({ school, email, password }) => ({ school, email, password })),
    classes: classes.map(({ school, code, pupils }) => ({ school, code, pupils })),
  };
  return `demo: ${JSON.stringify(line)}`;
}
