import { ImageShapeUtil } from 'tldraw';
import type { TLImageShape } from 'tldraw';
import type { ReactNode } from 'react';

import styles from './described-images.module.css';

/** tldraw's images, which say what they show to people who do not see them; decoration says nothing. */
export class DescribedImageShapeUtil extends ImageShapeUtil {
  override component(shape: TLImageShape): ReturnType<ImageShapeUtil['component']> {
    const drawn = super.component(shape);
    return shape.props.altText === '' ? drawn : <Described words={shape.props.altText}>{drawn}</Described>;
  }
}

function Described({ words, children }: { readonly words: string; readonly children: ReactNode }): ReactNode {
  return (
    <div role="img" aria-label={words} className={styles.described}>
      {children}
    </div>
  );
}
