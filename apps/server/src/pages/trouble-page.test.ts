import { expect, it } from 'vitest';

import { localeCodes } from '../../../web/src/i18n/locales.ts';
import { renderTroublePage } from './trouble-page.ts';

const troubles = ['error', 'notFound', 'offline', 'setup'] as const;

it.each(localeCodes.flatMap((locale) => troubles.map((trouble) => ({ locale, trouble }))))(
  'says in $locale what happened ($trouble), what is safe and what to do',
  ({ locale, trouble }) => {
    const page = renderTroublePage({ locale, trouble, code: 'N-204 <b>' });
    expect(page).toContain(`lang="${locale}"`);
    expect(page).toContain('<strong>N-204 &lt;b&gt;</strong>');
    expect(page).not.toContain('<script');
    expect(page).not.toMatch(/trouble\.\w+\./);
    expect(page.match(/<li>/g)).toHaveLength(2);
  },
);
