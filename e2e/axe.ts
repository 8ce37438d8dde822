import axe from 'axe-core';
import type { Page } from 'playwright-core';

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly target: readonly unknown[] }[];
}

const themes = { light: { resultTypes: ['violations'] }, dark: { runOnly: ['color-contrast'] } } as const;

/** What axe finds wrong on the page as it stands, each as "theme: rule: where"; nothing is exempt. */
export async function axeFindings(page: Page): Promise<string[]> {
  const findings: string[] = [];
  // The dark page is the same page in other colours.
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    // Through the debugger, because the page's own policy lets no foreign script in.
    await page.evaluate(axe.source);
    const run = `axe.run(document, ${JSON.stringify(themes[colorScheme])}).then((found) => found.violations)`;
    const violations = (await page.evaluate(run)) as Violation[];
    findings.push(
      ...violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${colorScheme}: ${id}: ${target.join(' ')}`)),
    );
  }
  return findings;
}
