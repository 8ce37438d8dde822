type Attributes = Record<string, string | number | undefined>;

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/* Control characters and half surrogate pairs are not allowed in XML: one of them, typed by a pupil,
   would make a browser refuse the whole picture. */
const forbidden = /[^\t\n\r -\uFFFD\u{10000}-\u{10FFFF}]/gu;

/** Text made safe for element content and attribute values. */
export function escapeText(text: string): string {
  return text
    .toWellFormed()
    .replace(forbidden, '')
    .replace(/[&<>"']/g, (character) => entities[character] ?? '');
}

/** A number as SVG wants it: short, never exponential, never NaN. */
export function formatNumber(value: number, decimals = 2): string {
  if (!Number.isFinite(value)) return '0';
  const factor = 10 ** decimals;
  const rounded = Math.round(value * factor) / factor;
  return Object.is(rounded, -0) ? '0' : String(rounded);
}

/** One element; attributes that are undefined are left out, and no content closes it at once. */
export function element(name: string, attributes: Attributes, content = ''): string {
  let head = `<${name}`;
  for (const [key, value] of Object.entries(attributes)) {
    if (value === undefined) continue;
    const text = typeof value === 'number' ? formatNumber(value) : escapeText(value);
    head += ` ${key}="${text}"`;
  }
  return content === '' ? `${head}/>` : `${head}>${content}</${name}>`;
}
