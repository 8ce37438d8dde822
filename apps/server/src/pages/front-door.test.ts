import { describe, expect, it } from 'vitest';

import { localeCodes, locales } from '../../../web/src/i18n/locales.ts';
import { renderFrontDoor } from './front-door.ts';

const assets = { frontDoorScripts: ['/assets/front-door-1.js'], prefetch: ['/assets/app-1.js', '/assets/app-1.css'] };
/** The built script is about 2 kB; the rest of the budget of 25 kB is the page. */
const pageBudget = 22_000;

describe.each(localeCodes)('the front door in %s', (locale) => {
  const page = renderFrontDoor({ locale, schoolLine: 'Riverside Primary, Leeds', assets });

  it('says its language and direction and fits its budget', () => {
    expect(page).toContain(`<html lang="${locale}" dir="${locales[locale].dir}">`);
    expect(Buffer.byteLength(page)).toBeLessThan(pageBudget);
  });

  it('[SG-04] runs no inline script and names no other origin', () => {
    expect(page).not.toMatch(/<script(?![^>]*\ssrc="\/)/);
    expect(page).not.toMatch(/\son[a-z]+=/);
    expect(page.replaceAll('http://www.w3.org/2000/svg', '')).not.toMatch(/https?:|\/\/[a-z]/);
  });

  it('posts the class code without a script', () => {
    expect(page).toMatch(/<form[^>]*method="post" action="\/join"/);
    expect(page).toMatch(/<input[^>]*name="code"/);
    expect(page).toContain('href="/sign-in"');
    expect(page).toContain('href="?lang=fr"');
  });

  it('defines every colour that it uses', () => {
    const used = new Set([...page.matchAll(/var\((--[\w-]+)/g)].map(([, name]) => name));
    const missing = [...used].filter((name) => !page.includes(`${name}:`));
    expect(missing).toEqual([]);
  });
});

it('comes back with what was typed and why it was refused', () => {
  const page = renderFrontDoor({ locale: 'en', problem: 'JOIN_REFUSED', typed: '"><b>KFPR' });
  expect(page).toContain('value="&quot;&gt;&lt;b&gt;KFPR"');
  expect(page).toContain('This code does not open a door right now.');
  expect(page).toContain('aria-invalid="true"');
});

it('[SEC-27] shows a school’s name as text', () => {
  const page = renderFrontDoor({ locale: 'en', schoolLine: '<script>alert(1)</script>' });
  expect(page).not.toContain('<script>');
});

it('names no school and no script where there is none', () => {
  const page = renderFrontDoor({ locale: 'en' });
  expect(page).not.toContain('class="host"');
  expect(page).not.toContain('<script');
});

it('keeps the theme that the reader chose', () => {
  expect(renderFrontDoor({ locale: 'en', theme: 'dark' })).toContain('data-theme="dark"');
});
