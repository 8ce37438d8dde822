import { BoardHand } from '@bridgeboard/testkit';

import { makeOtherBoards } from './other-boards.ts';
import type { Picture } from './picture.ts';
import type { Size, Studio } from './studio.ts';

const desk: Size = [1440, 900];
const phone = { isMobile: true, hasTouch: true } as const;
const phoneSize: Size = [390, 844];

async function home(studio: Studio, name: string): Promise<void> {
  await makeOtherBoards(studio.reed);
  await studio.gather();
  await using reed = await studio.teacher(0, desk);
  await reed.page.goto('/home');
  await reed.page.getByRole('link', { name: /to check/ }).waitFor();
  await studio.shoot(reed.page, name);
}

async function staffBoard(studio: Studio, name: string, colorScheme: 'light' | 'dark'): Promise<void> {
  await studio.gather();
  await using reed = await studio.teacher(0, desk, { colorScheme });
  const { page, canvas } = await BoardHand.open(reed.page, studio.board);
  await page.getByRole('button', { name: /Approve/ }).waitFor();
  await canvas.getByText('Kingfishers').waitFor();
  await page.locator('div:has(> svg[viewBox="0 0 16 18"])').nth(4).waitFor();
  await studio.shoot(page, name);
}

async function pupilBoard(studio: Studio, name: string): Promise<void> {
  await studio.gather();
  await using oliver = await studio.pupil('Oliver H.', [1180, 820]);
  const { page, canvas } = await BoardHand.open(oliver.page, studio.board);
  await page.getByRole('button', { name: 'Change it' }).waitFor();
  await canvas.getByText('Kingfishers').waitFor();
  await studio.shoot(page, name);
}

async function queue(studio: Studio, name: string): Promise<void> {
  await using reed = await studio.teacher(0, desk);
  await reed.page.goto(`/b/${studio.board}/queue`);
  await reed.page.getByRole('img', { name: /^Oliver H/ }).waitFor();
  await studio.shoot(reed.page, name);
}

async function queueOnPhone(studio: Studio, name: string): Promise<void> {
  await using bello = await studio.teacher(1, phoneSize, phone);
  await bello.page.goto(`/b/${studio.board}/queue`);
  await bello.page.getByRole('img', { name: /^Aisha M/ }).waitFor();
  await studio.shoot(bello.page, name);
}

async function published(studio: Studio, name: string): Promise<void> {
  const made = (await studio.reed.post(`/api/boards/${studio.board}/publications`)).json as { id: string };
  await studio.bello.post(`/api/publications/${made.id}/agree`);
  await using parent = await studio.window(phoneSize, phone);
  await parent.page.goto(`/p/${made.id}`);
  await studio.shoot(parent.page, name);
  await studio.reed.post(`/api/publications/${made.id}/withdraw`);
}

export const lesson: readonly Picture[] = [
  { name: '05-board-staff', take: (studio, name) => staffBoard(studio, name, 'light') },
  { name: '06-board-pupil', take: pupilBoard },
  { name: '07-queue', take: queue },
  { name: '08-queue-phone', take: queueOnPhone },
  { name: '11-published-phone', take: published },
  { name: '04-staff-home', take: home },
  { name: '13-board-staff-dark', take: (studio, name) => staffBoard(studio, name, 'dark') },
];
