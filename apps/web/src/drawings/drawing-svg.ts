import type { Drawing, Mark } from './drawing.ts';

const attributeNames: Readonly<Record<string, string>> = {
  fillOpacity: 'fill-opacity',
  strokeDasharray: 'stroke-dasharray',
  strokeLinecap: 'stroke-linecap',
  strokeLinejoin: 'stroke-linejoin',
  strokeWidth: 'stroke-width',
};

type SvgOptions = {
  /** What it shows; without it the drawing is decoration. */
  readonly label?: string;
  readonly className?: string;
  /** Fills its box and loses what stands out at the sides and the top, instead of leaving room. */
  readonly crop?: boolean;
};

/** A drawing as an `<svg>` string for pages made on the server. */
export function drawingSvg(drawing: Drawing, options: SvgOptions = {}): string {
  const naming =
    options.label === undefined ? ' aria-hidden="true"' : ` role="img" aria-label="${escapeAttribute(options.label)}"`;
  const styling = options.className === undefined ? '' : ` class="${escapeAttribute(options.className)}"`;
  const box = `viewBox="0 0 ${drawing.width} ${drawing.height}"${options.crop === true ? ' preserveAspectRatio="xMidYMax slice"' : ''}`;
  return `<svg xmlns="http://www.w3.org/2000/svg" ${box}${naming}${styling}>${drawing.marks.map(markSvg).join('')}</svg>`;
}

function markSvg(mark: Mark): string {
  const attributes = Object.entries(mark.attributes)
    .map(([name, value]) => ` ${attributeNames[name] ?? name}="${escapeAttribute(String(value))}"`)
    .join('');
  const inner = mark.marks?.map(markSvg).join('') ?? '';
  return inner === '' ? `<${mark.tag}${attributes}/>` : `<${mark.tag}${attributes}>${inner}</${mark.tag}>`;
}

function escapeAttribute(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
