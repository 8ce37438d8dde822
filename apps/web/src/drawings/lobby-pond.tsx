import type { ReactNode } from 'react';

import { classNames } from '../ui/class-names.ts';
import { DrawingView } from './drawing-view.tsx';
import styles from './lobby-pond.module.css';
import { pinPictures } from './pin-pictures.ts';
import type { PinPictureName } from './pin-pictures.ts';
import { pondEnd, pondShore, reed, reeds, ripple, steppingStone } from './pond.ts';

/** A child who waits. `picture` must be none of that child's PIN pictures, so that the pond gives nothing away. */
export type WaitingFriend = {
  readonly id: string;
  readonly name: string;
  readonly picture: PinPictureName;
  readonly isYou?: boolean;
};

/** The class waits on stepping stones. Any number of friends; the stones wrap and stand a little out of line. */
export function LobbyPond({ friends }: { readonly friends: readonly WaitingFriend[] }): ReactNode {
  return (
    <div className={styles.pond}>
      <Shore edge="near" />
      <div className={styles.water}>
        <ul role="list" className={styles.stones}>
          {friends.map((friend) => (
            <Stone key={friend.id} friend={friend} />
          ))}
        </ul>
      </div>
      <Shore edge="far" />
    </div>
  );
}

function Shore({ edge }: { readonly edge: 'near' | 'far' }): ReactNode {
  return (
    <div aria-hidden className={classNames(styles.shore, styles[edge])}>
      <DrawingView drawing={edge === 'near' ? pondShore : pondEnd} stretch />
      <DrawingView drawing={reeds} className={styles.reeds} />
      <DrawingView drawing={reed} className={styles.reed} />
    </div>
  );
}

function Stone({ friend }: { readonly friend: WaitingFriend }): ReactNode {
  return (
    <li className={classNames(styles.friend, friend.isYou === true && styles.you)}>
      <DrawingView drawing={ripple} className={styles.ripple} />
      <DrawingView drawing={pinPictures[friend.picture]} className={styles.picture} />
      <DrawingView drawing={steppingStone} className={styles.stone} />
      <span className={styles.name}>{friend.name}</span>
    </li>
  );
}
