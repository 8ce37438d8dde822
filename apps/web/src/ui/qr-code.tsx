import { encode } from 'uqr';
import { useMemo } from 'react';
import type { ReactNode } from 'react';

import styles from './qr-code.module.css';

type QrCodeProps = {
  readonly text: string;
  /** What scanning it does, for those who do not see it. */
  readonly label: string;
};

/** Modules of quiet paper around a code, without which cameras do not find it. */
const quietZone = 3;

/** A QR code, black on white in either theme: many cameras read no other. */
export function QrCode({ text, label }: QrCodeProps): ReactNode {
  const { size, path } = useMemo(() => drawModules(text), [text]);
  return (
    <svg
      role="img"
      aria-label={label}
      className={styles.code}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
    >
      <path d={path} />
    </svg>
  );
}

function drawModules(text: string): { readonly size: number; readonly path: string } {
  const { data, size } = encode(text, { ecc: 'M', border: quietZone });
  const dark = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])));
  return { size, path: dark.join('') };
}
