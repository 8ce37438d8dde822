import type { ErrorCode } from '@bridgeboard/protocol';

import { drawingSvg } from '../../../web/src/drawings/drawing-svg.ts';
import { frontDoorScene } from '../../../web/src/drawings/front-door-scene.ts';
import type { Locale } from '../../../web/src/i18n/locales.ts';
import type { Translate } from '../../../web/src/i18n/translate.ts';
import type { AppAssets } from './app-assets.ts';
import { brand } from './brand.ts';
import { attributes, html, trusted } from './html.ts';
import type { Html } from './html.ts';
import { icon } from './icons.ts';
import { languageLinks } from './language-links.ts';
import { renderPage } from './render-page.ts';
import type { ChosenTheme } from './render-page.ts';
import { sayIn } from './say-in.ts';
import { styleSheet } from './style-sheet.ts';

interface FrontDoor {
  readonly locale: Locale;
  readonly theme?: ChosenTheme;
  /** Who runs this instance: "Riverside Primary, Leeds". Left out before a school is set up. */
  readonly schoolLine?: string | undefined;
  /** Why the last code was refused; the page comes back with what was typed. */
  readonly problem?: ErrorCode | undefined;
  readonly typed?: string | undefined;
  /** Left out, the page does without its script. */
  readonly assets?: AppAssets | undefined;
}

const scene = drawingSvg(frontDoorScene, { className: 'scene', crop: true });
const styles = styleSheet(['page.css', 'front-door.css'], scene);

/** One field for pupils, everything else quiet. Works without a script; at most 25 kB with everything it needs. */
export function renderFrontDoor(door: FrontDoor): string {
  const say = sayIn(door.locale);
  const host = door.schoolLine === undefined ? undefined : say('frontDoor.runBy', { school: door.schoolLine });
  const body = html`<body class="door">
    <main class="join">${brand(say)} ${classCodeForm(door, say)} ${trusted(scene)}</main>
    <aside class="quiet">
      ${otherWays(say)} ${languageLinks(door.locale, say)}
      ${host === undefined ? undefined : html`<p class="host">${host}</p>`}
    </aside>
  </body>`;
  const scripts = door.assets?.frontDoorScripts ?? [];
  return renderPage({ ...door, title: say('frontDoor.documentTitle'), styles, body, scripts });
}

function classCodeForm({ problem, typed = '', assets }: FrontDoor, say: Translate): Html {
  const refusal = problem === undefined ? undefined : html`${icon('warning')}<span>${say(`error.${problem}`)}</span>`;
  const form = {
    method: 'post',
    action: '/join',
    'data-class-code': true,
    'data-prefetch': assets?.prefetch.join(' '),
  } as const;
  const shortCode = attributes({ 'data-code-short': say('frontDoor.codeShort') });
  return html`<form class="class" ${attributes(form)}>
    <h1><label for="code">${say('frontDoor.title')}</label></h1>
    <p class="lead" id="lead">${say('frontDoor.lead')}</p>
    <p class="fields">
      ${codeField(typed, problem !== undefined)}
      <button class="button primary go">${say('frontDoor.go')}</button>
    </p>
    <p class="problem" id="problem" role="alert" ${shortCode}>${refusal}</p>
    <p class="hint">${icon('camera')}<span>${say('frontDoor.qr')}</span></p>
  </form>`;
}

function codeField(typed: string, isRefused: boolean): Html {
  const field = attributes({
    class: 'code',
    id: 'code',
    name: 'code',
    value: typed,
    placeholder: 'XXXX-XXXX',
    required: true,
    maxlength: '20',
    'aria-describedby': 'lead problem',
    'aria-invalid': isRefused ? 'true' : undefined,
    autocomplete: 'off',
    autocapitalize: 'characters',
    autocorrect: 'off',
    spellcheck: 'false',
    enterkeyhint: 'go',
    autofocus: true,
  });
  return html`<input ${field} />`;
}

function otherWays(say: Translate): Html {
  const signIn = html`${icon('key')}${way(say('frontDoor.signIn'), say('frontDoor.signInHint'))}${icon('chevron', true)}`;
  const family = html`${icon('heart')}${way(say('frontDoor.familiesText'), say('frontDoor.familiesHint'))}`;
  return html`<h2>${say('frontDoor.staff')}</h2>
    <a class="way" href="/sign-in">${signIn}</a>
    <h2>${say('frontDoor.families')}</h2>
    <div class="way">${family}</div>`;
}

function way(title: string, hint: string): Html {
  return html`<span><strong>${title}</strong><small>${hint}</small></span>`;
}
