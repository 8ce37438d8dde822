import { expect, it } from 'vitest';

import { attributes, html, trusted } from './html.ts';

it('[SEC-27] escapes everything that is not markup of ours', () => {
  const name = `<img src=x onerror="alert('1')">&`;
  expect(html`<p title="${name}">${name}</p>`.markup).toBe(
    '<p title="&lt;img src=x onerror=&quot;alert(&#39;1&#39;)&quot;&gt;&amp;">&lt;img src=x onerror=&quot;alert(&#39;1&#39;)&quot;&gt;&amp;</p>',
  );
});

it('puts markup, lists and nothing where they belong', () => {
  const items = ['a', '<b>'].map((text) => html`<li>${text}</li>`);
  expect(html`${items}${undefined}${trusted('<hr>')}${3}`.markup).toBe('<li>a</li><li>&lt;b&gt;</li><hr>3');
});

it('[SEC-27] writes attributes that nothing can break out of, and leaves out those without a value', () => {
  expect(attributes({ lang: 'en', title: '" onclick="x', hidden: true, id: undefined }).markup).toBe(
    'lang="en" title="&quot; onclick=&quot;x" hidden',
  );
});
