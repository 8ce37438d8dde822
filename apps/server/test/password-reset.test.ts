import { HttpPerson, RawClient, makeBoard, signInStaff, until } from '@bridgeboard/testkit';
import type { HttpAnswer } from '@bridgeboard/testkit';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { appCode } from './app-code.ts';
import { MailCatcher, textOf } from './mail-catcher.ts';
import type { CaughtMail } from './mail-catcher.ts';
import { startInProcess } from './server-in-process.ts';
import type { ServerInProcess } from './server-in-process.ts';

let server: ServerInProcess;
let post: MailCatcher;
let before = 0;
const nobody = 'nobody@riverside.example';
const newPassword = 'a river runs through it';

beforeAll(async () => {
  post = await MailCatcher.start();
  server = await startInProcess({ SMTP_URL: post.url, MAIL_FROM: 'Bridgeboard <board@riverside.example>' });
});
afterAll(async () => {
  await server.close();
  await post[Symbol.asyncDispose]();
});
beforeEach(() => {
  before = post.mails.length;
});

/** The mails of this test. */
const mails = (): readonly CaughtMail[] => post.mails.slice(before);

function emailOf(school: 0 | 1 = 0): string {
  return server.demo.staff[school]?.email ?? '';
}

function ask(email: string, headers: Readonly<Record<string, string>> = {}): Promise<HttpAnswer> {
  return new HttpPerson(server.url).post('/api/auth/reset/ask', { email }, headers);
}

function finish(token: string, password = newPassword): Promise<HttpAnswer> {
  return new HttpPerson(server.url).post('/api/auth/reset', { token, password });
}

function codeOf({ status, json }: HttpAnswer): unknown {
  return status < 300 ? status : (json as { code: string }).code;
}

/** Asks for a link and reads it. */
async function tokenFor(email: string): Promise<string> {
  const sent = post.mails.length;
  await ask(email);
  const tokenIn = (mail: CaughtMail): string[] => /\/reset#([A-Za-z0-9_-]{43})\s/.exec(textOf(mail))?.slice(1) ?? [];
  // What somebody is told of an earlier change may still be on its way.
  return until(() => post.mails.slice(sent).flatMap(tokenIn)[0], 'the link');
}

describe('asking for a link', () => {
  it('[SI7] answers alike, and before it is known whether there is such an address', async () => {
    let letGo = (): void => undefined;
    post.holdUntil = new Promise((resolve) => {
      letGo = resolve;
    });
    const unknown = await ask(nobody);
    // The mail server has not taken this one yet, and will not before both were answered.
    const known = await ask(emailOf());
    expect([known.status, known.text]).toEqual([unknown.status, unknown.text]);
    const plain = (answer: HttpAnswer): string[] =>
      [...answer.headers.keys()].filter((name) => !['date', 'x-request-id'].includes(name));
    expect(plain(known)).toEqual(plain(unknown));
    letGo();
    await until(() => mails()[0], 'the mail');
    expect(mails().map(({ to }) => to)).toEqual([[emailOf()]]);
  });

  it('[SI7] sends plain text in the language of whoever asks, with the link’s secret behind a #', async () => {
    await ask(emailOf(), { 'accept-language': 'fr' });
    const mail = await until(() => mails()[0], 'the mail');
    expect(mail.from).toBe('board@riverside.example');
    expect(mail.raw).toMatch(/^content-type: text\/plain; charset=utf-8/im);
    expect(textOf(mail)).toContain('Ms Reed');
    expect(textOf(mail)).toMatch(/nouveau mot de passe/);
    expect(textOf(mail)).toContain(`${server.url}/reset#`);
    expect(textOf(mail)).not.toMatch(/<|https?:\/\/(?!localhost|127\.0\.0\.1)/);
  });
});

describe('without a mail server', () => {
  it('[SI7] says so, to everybody alike', async () => {
    await using bare = await startInProcess();
    const person = new HttpPerson(bare.url);
    expect(codeOf(await person.post('/api/auth/reset/ask', { email: nobody }))).toBe('NO_MAIL');
    expect((await person.get('/api/auth/ways')).json).toMatchObject({ mail: false });
  });
});

describe('a link', () => {
  it('[SI8] opens once, ends every session with its sockets, and lets no second factor be skipped', async () => {
    const reed = await signInStaff(server, 0);
    const { password = '' } = server.demo.staff[0] ?? {};
    const begun = await reed.post('/api/account/second-factor/begin', { password });
    const { secret } = begun.json as { secret: string };
    await reed.post('/api/account/second-factor/confirm', { code: appCode(secret) });
    await using socket = await new RawClient(reed).join(await makeBoard(reed));
    const [first, second] = [await tokenFor(emailOf()), await tokenFor(emailOf())];

    expect((await finish(first)).headers.getSetCookie()).toEqual([]);
    await until(() => socket.ended, 'the end of the socket');
    expect(socket.ended).toMatchObject({ code: 'SESSION_ENDED' });
    expect((await reed.get('/api/me')).status).toBe(401);
    // Neither the same link nor one that was asked for before.
    expect([codeOf(await finish(first)), codeOf(await finish(second))]).toEqual(['LINK_OVER', 'LINK_OVER']);

    const again = new HttpPerson(server.url);
    expect(codeOf(await again.post('/api/auth/sign-in/email', { email: emailOf(), password }))).toBe('SIGN_IN_FAILED');
    const answer = await again.post('/api/auth/sign-in/email', { email: emailOf(), password: newPassword });
    expect(answer.json).toEqual({ next: 'code' });
    expect((await again.get('/api/me')).status).toBe(401);
  });

  it('[SI8] does nothing for a password that is too short, and is still good', async () => {
    const token = await tokenFor(emailOf(1));
    expect(codeOf(await finish(token, 'eleven char'))).toBe('PASSWORD_SHORT');
    expect(codeOf(await finish(token))).toBe(200);
    const bello = new HttpPerson(server.url);
    expect(codeOf(await bello.post('/api/auth/sign-in/email', { email: emailOf(1), password: newPassword }))).toBe(200);
  });

  it('[SI8] is over after half an hour, and a made-up one never was', async () => {
    const token = await tokenFor(emailOf(1));
    const rows = server.storage.identityDatabase;
    if (rows.kind !== 'sqlite') throw new Error('this is sqlite');
    const kept = rows.database.prepare('SELECT identifier, expiresAt FROM verification WHERE expiresAt > ?');
    const [link] = kept.all(new Date(Date.now() + 29 * 60_000).toISOString());
    // What is kept of a link is not the link.
    expect(String(link?.['identifier'])).not.toContain(token);
    expect(Date.parse(String(link?.['expiresAt']))).toBeLessThanOrEqual(Date.now() + 30 * 60_000);
    rows.database.exec("UPDATE verification SET expiresAt = '2020-01-01T00:00:00.000Z'");
    expect(codeOf(await finish(token))).toBe('LINK_OVER');
    expect(codeOf(await finish('A'.repeat(43)))).toBe('LINK_OVER');
  });
});

describe('changing the password', () => {
  it('[SI9] [SEC-06] needs the old one, ends all other sessions, goes on here under a new token and tells its owner', async () => {
    const person = new HttpPerson(server.url);
    await person.post('/api/auth/sign-in/email', { email: emailOf(1), password: newPassword });
    const other = new HttpPerson(server.url);
    await other.post('/api/auth/sign-in/email', { email: emailOf(1), password: newPassword });
    const change = (body: object): Promise<HttpAnswer> => person.post('/api/account/password', body);
    expect(codeOf(await change({ password: 'not it', newPassword: 'the sea runs to it' }))).toBe('PASSWORD_WRONG');
    expect(codeOf(await change({ password: newPassword, newPassword: 'short' }))).toBe('PASSWORD_SHORT');
    const old = person.cookie;
    expect(codeOf(await change({ password: newPassword, newPassword: 'the sea runs to it' }))).toBe(200);
    expect((await fetch(`${server.url}/api/me`, { headers: { cookie: old } })).status).toBe(401);
    expect((await other.get('/api/me')).status).toBe(401);
    expect((await person.get('/api/me')).status).toBe(200);
    const told = (): CaughtMail | undefined => mails().find((mail) => textOf(mail).includes('password was changed'));
    expect((await until(told, 'the mail')).to).toEqual([emailOf(1)]);
  });
});

describe('asking again and again', () => {
  it('[SI7] sends no more than five an hour to one address, and tells nobody', async () => {
    for (let round = 0; round < 7; round += 1) {
      expect((await ask(emailOf(1))).status).toBe(200);
      if (round < 3) await until(() => mails()[round], 'one of the mails that are sent');
    }
    await ask(emailOf());
    // Those of the tests before count too.
    await until(() => mails().find(({ to }) => to.includes(emailOf())), 'a mail to somebody else');
    const links = post.mails.filter((mail) => mail.to.includes(emailOf(1)) && textOf(mail).includes('/reset#'));
    expect(links).toHaveLength(5);
  });

  it('[SI7] one network asks thirty times an hour at most', async () => {
    const answers = await Promise.all(Array.from({ length: 31 }, () => ask(nobody)));
    const paused = answers.find(({ status }) => status === 429);
    expect(paused?.json).toMatchObject({ code: 'RATE', retryable: true });
  });
});
