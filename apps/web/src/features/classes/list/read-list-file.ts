import { failedByCode } from '../../../lib/call-failed.ts';

/** A list of 60 pupils is some kilobytes; what is larger is no list of names. */
export const mostListBytes = 200_000;

/** Signs that no list of names has and every picture, archive or document does. */
const binary = /[^\P{Cc}\s]|\uFFFD/u;

/**
 * The text of a file that some program wrote as "CSV": Excel saves Windows-1252 or UTF-16, spreadsheets on the web UTF-8.
 * It stays in this browser. Throws LIST_TOO_BIG, or LIST_UNREADABLE for what is no text.
 */
export async function readListFile(file: Blob): Promise<string> {
  if (file.size > mostListBytes) throw failedByCode('LIST_TOO_BIG');
  const text = decode(new Uint8Array(await file.arrayBuffer()));
  if (binary.test(text)) throw failedByCode('LIST_UNREADABLE');
  return text;
}

function decode(bytes: Uint8Array): string {
  const wide = wideCodeOf(bytes);
  if (wide !== null) return new TextDecoder(wide).decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // Every byte is a letter there: what is no UTF-8 comes from an older spreadsheet.
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** UTF-16 says so by its first two bytes, or, without them, by a zero in every other place of what is mostly Latin. */
function wideCodeOf(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const mark = bytes.slice(0, 2).join(' ');
  if (mark === '255 254') return 'utf-16le';
  if (mark === '254 255') return 'utf-16be';
  const zerosAt = (side: number): number => bytes.filter((byte, at) => byte === 0 && at % 2 === side).length;
  const [even, odd] = [zerosAt(0), zerosAt(1)];
  if (even === 0 && odd > bytes.length / 4) return 'utf-16le';
  return odd === 0 && even > bytes.length / 4 ? 'utf-16be' : null;
}
