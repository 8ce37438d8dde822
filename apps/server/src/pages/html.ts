/** Markup that is safe to send: everything put into it was escaped, or was markup of ours. */
export interface Html {
  readonly markup: string;
}

type Value = string | number | Html | undefined | readonly Html[];

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as markup: nothing in it can end an element or an attribute. */
export function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => entities[character] ?? '');
}

/** Markup of our own that needs no escaping: a drawing, a style sheet. Never text that a person wrote. */
export function trusted(markup: string): Html {
  return { markup };
}

function write(value: Value): string {
  if (value === undefined) return '';
  if (typeof value === 'string' || typeof value === 'number') return escapeHtml(String(value));
  return 'markup' in value ? value.markup : value.map(write).join('');
}

/** A template whose values are escaped unless they are `Html` themselves; `undefined` leaves nothing. */
export function html(parts: TemplateStringsArray, ...values: readonly Value[]): Html {
  return { markup: parts.map((part, index) => part + write(values[index])).join('') };
}

/** Attributes of an element; one that is `undefined` is left out, one that is `true` stands without a value. */
export function attributes(values: Readonly<Record<string, string | true | undefined>>): Html {
  const written = Object.entries(values).flatMap(([name, value]) => {
    if (value === undefined) return [];
    return [value === true ? name : `${name}="${escapeHtml(value)}"`];
  });
  return { markup: written.join(' ') };
}
