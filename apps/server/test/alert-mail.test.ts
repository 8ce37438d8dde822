import { until } from '@bridgeboard/testkit';
import { afterAll, beforeAll, expect, it } from 'vitest';

import { MailCatcher, textOf } from './mail-catcher.ts';
import { ReportingLesson } from './reporting-lesson.ts';
import { startInProcess } from './server-in-process.ts';

const always = { days: [1, 2, 3, 4, 5, 6, 7], from: 0, to: 1_440, answerMinutes: 60, waitMinutes: 30 };
let post: MailCatcher;
let here: ReportingLesson;

beforeAll(async () => {
  post = await MailCatcher.start();
  here = await ReportingLesson.start(() =>
    startInProcess({ SMTP_URL: post.url, MAIL_FROM: 'board@riverside.example' }),
  );
});
afterAll(async () => {
  await here.close();
  await post[Symbol.asyncDispose]();
});

const addressOf = (school: 0 | 1): string => here.server.demo.staff[school]?.email ?? '';

it('[SG-28] [SGD11] work that has waited too long is told by mail, once, without a word of it', async () => {
  const { server, lesson } = here;
  await lesson.reed.post('/api/school/desk', always);
  await here.noteOf('held');
  server.clock.forward(31 * 60_000);
  await server.alertStaff();
  await server.alertStaff();
  const own = post.mails.filter(({ to }) => to.includes(addressOf(0)));
  expect(own).toHaveLength(1);
  const text = own.map(textOf).join('');
  expect(text).toContain(`${server.url}/queue`);
  for (const word of ['Oliver', 'Rain', 'River', lesson.board]) expect(text).not.toContain(word);
});

it('[SGD11] a new report is told at once to those who look after it, in the language of their school, and told again it is not', async () => {
  const { lesson, server } = here;
  const before = post.mails.length;
  const record = await here.noteOf('board');
  await here.reportPiece(lesson.aisha, record, { words: 'he is mean' });
  const all = await until(() => {
    const mails = post.mails.slice(before);
    return mails.length >= 2 ? mails : undefined;
  }, 'both mails');
  await here.reportPiece(lesson.aisha, record);
  expect(all.map(({ to }) => to[0]).toSorted()).toEqual([addressOf(0), addressOf(1)].toSorted());
  for (const mail of all) {
    expect(textOf(mail)).toContain(`${server.url}/safeguarding`);
    expect(textOf(mail)).not.toMatch(/mean|Oliver|Aisha|Rain/);
  }
  expect(post.mails.length).toBe(before + 2);
});
