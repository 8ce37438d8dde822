import type { CharterPage, PartnershipLine, PartnershipOffer } from '@bridgeboard/protocol';
import { HttpPerson } from '@bridgeboard/testkit';
import type { HttpAnswer } from '@bridgeboard/testkit';
import { afterAll, beforeAll, expect, it } from 'vitest';

import { firstAdministrator, firstSchool, startWithSchool } from './first-school.ts';
import type { ServerInProcess } from './server-in-process.ts';

const fourteenDays = 14 * 24 * 60 * 60 * 1_000;
const anyHours = { from: 0, to: 1_440 };

let server: ServerInProcess;
let head: HttpPerson;
beforeAll(async () => {
  const made = await startWithSchool();
  [server, head] = [made, made.head];
});
afterAll(() => server.close());

const codeIn = ({ json }: HttpAnswer): string | undefined => (json as { code?: string } | null)?.code;

async function begin(title: string): Promise<string> {
  const { status, json } = await head.post('/api/partnerships', { title });
  expect(status).toBe(201);
  return (json as CharterPage).id;
}

async function invite(partnership: string, by = head): Promise<{ id: string; token: string; expiresAt: number }> {
  const { status, json } = await by.post(`/api/partnerships/${partnership}/invitations`);
  expect(status).toBe(201);
  return json as { id: string; token: string; expiresAt: number };
}

function answer(by: HttpPerson, at: readonly [partnership: string, id: string], word: string): Promise<HttpAnswer> {
  const [partnership, id] = at;
  return by.post(`/api/partnerships/${partnership}/invitations/${id}`, { answer: word });
}

const sign = (by: HttpPerson, token: string): Promise<HttpAnswer> =>
  by.post('/api/partnership-invitation/sign', { token });
const read = (token: string): Promise<HttpAnswer> =>
  new HttpPerson(server.url).post('/api/partnership-invitation/read', { token });
const setUp = (
  token: string,
  place: string,
  { by = new HttpPerson(server.url), password = firstAdministrator.password } = {},
): Promise<HttpAnswer> =>
  by.post('/api/partnership-invitation/set-up', {
    token,
    school: { ...firstSchool, name: `${place} School`, shortName: place, place },
    administrator: { ...firstAdministrator, email: `head@${place.toLowerCase()}.example`, password },
  });

async function page(by: HttpPerson, partnership: string): Promise<CharterPage> {
  return (await by.get(`/api/partnerships/${partnership}`)).json as CharterPage;
}

async function lines(by: HttpPerson): Promise<PartnershipLine[]> {
  return ((await by.get('/api/partnerships')).json as { partnerships: PartnershipLine[] }).partnerships;
}

/** A school that came to this instance by a link, into a partnership of its own with the first one. */
async function newcomer(place: string): Promise<HttpPerson> {
  const partnership = await begin(`With ${place}`);
  const { id, token } = await invite(partnership);
  const person = new HttpPerson(server.url);
  expect((await setUp(token, place, { by: person })).status).toBe(201);
  expect((await answer(head, [partnership, id], 'confirm')).status).toBe(200);
  return person;
}

/** The token of a link that somebody made who is a teacher alone by now. */
async function askedByFormerAdministrator(partnership: string): Promise<string> {
  const offer = await head.post('/api/school/invitations', { name: 'Mrs Lowe', roles: ['administrator'] });
  const { token } = offer.json as { token: string };
  const person = new HttpPerson(server.url);
  const account = { email: 'lowe@hilltop.example', password: firstAdministrator.password };
  const { id } = (await person.post('/api/invitation/take', { token, ...account })).json as { id: string };
  const link = await invite(partnership, person);
  expect((await read(link.token)).status).toBe(200);
  await head.post(`/api/school/staff/${id}/roles`, { roles: ['teacher'] });
  return link.token;
}

it('[CH11, CH14] a school that is not here yet is set up by the link, signs with strict rules, and is in once it is confirmed', async () => {
  const partnership = await begin('Rivers');
  const { id, token, expiresAt } = await invite(partnership);
  expect(Math.abs(expiresAt - Date.now() - fourteenDays)).toBeLessThan(60_000);
  const offer = (await read(token)).json as PartnershipOffer;
  expect([offer.title, offer.schools.map(({ name, place, country }) => [name, place, country])]).toEqual([
    'Rivers',
    [['Hilltop Primary', 'Sheffield', 'GB']],
  ]);
  const kano = new HttpPerson(server.url);
  expect(codeIn(await setUp(token, 'Kano', { by: kano, password: 'short' }))).toBe('PASSWORD_SHORT');
  const made = await setUp(token, 'Kano', { by: kano });
  expect([made.status, made.json]).toMatchObject([201, { partnership }]);
  expect((await kano.get('/api/school')).json).toMatchObject({
    school: { mark: 'b', rules: { names: 'pseudonym' } },
    staff: [{ roles: ['administrator', 'teacher'] }],
  });
  expect([await lines(kano), (await kano.get(`/api/partnerships/${partnership}`)).status]).toEqual([[], 404]);
  expect((await lines(head)).find((one) => one.id === partnership)?.waiting).toBe(1);
  const [waiting] = (await page(head, partnership)).invitations;
  expect(waiting).toMatchObject({ signed: { school: { name: 'Kano School', place: 'Kano', country: 'GB' } } });
  const after = (await answer(head, [partnership, id], 'confirm')).json as CharterPage;
  expect([after.schools.map(({ place }) => place), after.invitations]).toEqual([['Sheffield', 'Kano'], []]);
  expect((await page(kano, partnership)).history[0]).toMatchObject({ act: 'signed', by: { name: 'Mrs Shah' } });
});

it('[CH12] every link that asks nobody in is refused alike: used, withdrawn, run out, wrong, or of somebody who may not ask', async () => {
  const partnership = await begin('Links');
  const [used, withdrawn, late] = [await invite(partnership), await invite(partnership), await invite(partnership)];
  const oslo = await newcomer('Oslo');
  expect((await sign(oslo, used.token)).status).toBe(200);
  expect(codeIn(await sign(oslo, withdrawn.token))).toBe('PARTNER_ALREADY');
  expect(codeIn(await sign(head, withdrawn.token))).toBe('PARTNER_ALREADY');
  expect((await answer(head, [partnership, withdrawn.id], 'withdraw')).status).toBe(200);
  const kept = await server.storage.directory.partnership(partnership);
  if (kept === null) throw new Error('the partnership is gone');
  expect(JSON.stringify(kept)).not.toContain(late.token.split('.')[2]);
  const invitations = kept.invitations.map((one) => (one.id === late.id ? { ...one, expiresAt: Date.now() } : one));
  await server.storage.directory.putPartnership({ ...kept, invitations });
  const asked = await askedByFormerAdministrator(partnership);
  const dead = [
    asked,
    used.token,
    withdrawn.token,
    late.token,
    `${used.token}x`,
    `${partnership}.${late.id}.`,
    'a.b.c',
    '',
  ];
  for (const token of dead) {
    expect([token, codeIn(await read(token))]).toEqual([token, 'INVITATION_OVER']);
    expect([token, codeIn(await setUp(token, 'Nowhere'))]).toEqual([token, 'INVITATION_OVER']);
  }
});

it('[CH12] of two who use one link at once, one signs', async () => {
  const { token } = await invite(await begin('Once'));
  const tries = ['Lima', 'Quito'].map((place) => setUp(token, place));
  const codes = (await Promise.all(tries)).map((one) => codeIn(one) ?? 'done');
  expect(codes.toSorted()).toEqual(['INVITATION_OVER', 'done']);
  expect((await server.storage.directory.schools()).filter(({ place }) => /Lima|Quito/.test(place)).length).toBe(1);
});

it('[CH13] a third school comes in when both others have confirmed it, and nothing that held becomes looser', async () => {
  const [accra, lyon] = [await newcomer('Accra'), await newcomer('Lyon')];
  const partnership = await begin('Three');
  const second = await invite(partnership);
  await sign(accra, second.token);
  await answer(head, [partnership, second.id], 'confirm');
  await accra.post(`/api/partnerships/${partnership}/lines`, { line: 'keepMonths', value: 5 });
  const { rules } = ((await lyon.get('/api/school')).json as { school: { rules: object } }).school;
  await lyon.post('/api/school/rules', { ...rules, hours: anyHours, photos: 'with-consent', families: 'nothing' });
  const third = await invite(partnership, accra);
  expect((await sign(lyon, third.token)).status).toBe(200);
  const once = (await answer(accra, [partnership, third.id], 'confirm')).json as CharterPage;
  const hilltop = once.schools[0]?.id;
  expect([once.schools.length, once.invitations[0]?.needs]).toEqual([2, [hilltop]]);
  expect((await answer(lyon, [partnership, third.id], 'confirm')).status).toBe(404);
  const { schools, holds } = (await answer(head, [partnership, third.id], 'confirm')).json as CharterPage;
  expect(schools.map(({ place }) => place)).toEqual(['Sheffield', 'Accra', 'Lyon']);
  expect(holds).toMatchObject({ keepMonths: 5, photos: 'never', families: 'nothing' });
});

it('[CH13] a school that is not the one that was meant is sent away by any school, and can be asked again', async () => {
  const bern = await newcomer('Bern');
  const partnership = await begin('Not them');
  const first = await invite(partnership);
  await sign(bern, first.token);
  const after = (await answer(head, [partnership, first.id], 'withdraw')).json as CharterPage;
  expect([after.schools.length, after.invitations]).toEqual([1, []]);
  expect((await sign(bern, (await invite(partnership)).token)).status).toBe(200);
});

it('[CH6, CH11] administrators alone ask schools in and see who was asked; a partnership waits for ten at most', async () => {
  const partnership = await begin('Full');
  for (let count = 0; count < 10; count += 1) await invite(partnership);
  expect(codeIn(await head.post(`/api/partnerships/${partnership}/invitations`))).toBe('QUOTA');
  const { token } = (await head.post('/api/school/invitations', { name: 'Mr Okoro', roles: ['teacher'] })).json as {
    token: string;
  };
  const teacher = new HttpPerson(server.url);
  await teacher.post('/api/invitation/take', { token, email: 'okoro@hilltop.example', password: 'a long enough one' });
  expect((await page(teacher, partnership)).invitations).toEqual([]);
  expect(codeIn(await teacher.post('/api/partnerships', { title: 'Mine' }))).toBe('FORBIDDEN');
  expect(codeIn(await teacher.post(`/api/partnerships/${partnership}/invitations`))).toBe('FORBIDDEN');
  expect(codeIn(await sign(teacher, 'a.b.c'))).toBe('FORBIDDEN');
});
