import { useMemo } from 'react';
import type { ReactNode } from 'react';

import { qrPath } from '../drawings/qr-path.ts';
import styles from './qr-code.module.css';

type QrCodeProps = {
  readonly text: string;
  /** What scanning it does, for those who do not see it. */
  readonly label: string;
};

/** A QR code, black on white in either theme: many cameras read no other. */
export function QrCode({ text, label }: QrCodeProps): ReactNode {
  const { size, path } = useMemo(() => qrPath(text), [text]);
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
