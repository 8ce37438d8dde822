import { expect, it } from 'vitest';

import { compileMessages } from './compile-messages.ts';

async function load(id: string): Promise<unknown> {
  const { load: handler } = compileMessages();
  if (typeof handler !== 'function') throw new Error('the plugin has no load function');
  const watch = { addWatchFile: (): void => undefined };
  return Reflect.apply(handler, watch, [id]);
}

it('serves a language as compiled messages, without a parser for the browser', async () => {
  const code = await load('\0virtual:messages/fr');
  expect(code).toContain('export const messages = JSON.parse(');
  expect(code).toContain('Annuler');
  expect(code).not.toContain(', plural,');
});

it('leaves other modules alone', async () => {
  expect(await load('/src/main.tsx')).toBeUndefined();
});

it('stops at a language that is not there', async () => {
  await expect(load('\0virtual:messages/xx')).rejects.toThrow('xx.json');
});
