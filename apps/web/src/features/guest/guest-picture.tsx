import type { GuestNote, GuestPlace } from '@bridgeboard/protocol';
import { Clock, MapPin } from 'lucide-react';
import type { KeyboardEvent, MouseEvent, ReactNode } from 'react';

import { useT } from '../../i18n/translate.ts';
import styles from './guest-picture.module.css';

type Point = { readonly x: number; readonly y: number };

type GuestPictureProps = {
  readonly address: string;
  readonly title: string;
  readonly page: GuestPlace['pages'][number];
  /** Own notes on it that nobody else sees yet. */
  readonly waiting: readonly GuestNote[];
  readonly chosen: Point | null;
  /** Told where on the page somebody has tapped; absent where nothing can be put there. */
  readonly onChoose?: ((at: Point) => void) | undefined;
};

/** How far an arrow key moves the place, in parts of the picture. */
const arrows: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-0.05, 0],
  ArrowRight: [0.05, 0],
  ArrowUp: [0, -0.05],
  ArrowDown: [0, 0.05],
};

function within(at: number, [from, size]: readonly [number, number]): number {
  return Math.round(Math.min(from + size, Math.max(from, at)));
}

/** The board's picture. Where a guest may add, a tap or the arrow keys choose the place; the form beside it does without one. */
export function GuestPicture({ address, title, page, waiting, chosen, onChoose }: GuestPictureProps): ReactNode {
  const t = useT();
  const { shows } = page;
  function choose(event: MouseEvent<HTMLButtonElement>): void {
    const box = event.currentTarget.getBoundingClientRect();
    // A press by key has no place of its own: it begins in the middle, and arrows go on from there.
    const isByKey = event.detail === 0;
    const across = isByKey ? 0.5 : (event.clientX - box.left) / box.width;
    const down = isByKey ? 0.5 : (event.clientY - box.top) / box.height;
    onChoose?.({ x: Math.round(shows.x + across * shows.w), y: Math.round(shows.y + down * shows.h) });
  }
  function move(event: KeyboardEvent<HTMLButtonElement>): void {
    const [across, down] = arrows[event.key] ?? [0, 0];
    if (chosen === null || (across === 0 && down === 0)) return;
    event.preventDefault();
    onChoose?.({
      x: within(chosen.x + across * shows.w, [shows.x, shows.w]),
      y: within(chosen.y + down * shows.h, [shows.y, shows.h]),
    });
  }
  const placed = (at: Point) => ({
    left: `${((at.x - shows.x) / shows.w) * 100}%`,
    top: `${((at.y - shows.y) / shows.h) * 100}%`,
  });
  return (
    <div className={styles.frame}>
      <img className={styles.board} src={address} alt={t('guest.picture', { title })} />
      {onChoose !== undefined && (
        <button
          type="button"
          className={styles.chooser}
          aria-label={t('guest.note.choosePlace')}
          onClick={choose}
          onKeyDown={move}
        />
      )}
      {waiting.map(({ id, at }) =>
        at === null ? null : (
          <span key={id} className={styles.mark} style={placed(at)} title={t('guest.note.state.waiting')}>
            <Clock aria-hidden />
          </span>
        ),
      )}
      {chosen !== null && (
        <span className={styles.pin} style={placed(chosen)} role="img" aria-label={t('guest.note.here')}>
          <MapPin aria-hidden />
        </span>
      )}
    </div>
  );
}
