import { drawingSvg } from '../../../web/src/drawings/drawing-svg.ts';
import { logo } from '../../../web/src/drawings/logo.ts';
import type { Translate } from '../../../web/src/i18n/translate.ts';
import { html, trusted } from './html.ts';
import type { Html } from './html.ts';

const picture = trusted(drawingSvg(logo));

/** The logo and the name. */
export function brand(say: Translate): Html {
  return html`<div class="brand">${picture}<span>${say('app.name')}</span></div>`;
}
