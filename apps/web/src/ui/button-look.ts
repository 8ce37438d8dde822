import styles from './button.module.css';
import { classNames } from './class-names.ts';

/** primary: the one thing to do now · quiet: beside it · plain: just words · danger: only for danger. */
type ButtonLook = 'primary' | 'quiet' | 'plain' | 'danger';

export type ButtonShape = {
  readonly look?: ButtonLook | undefined;
  /** `touch` is 48 px: everything a pupil uses. `control` is 36 px, or 44 px under a finger. */
  readonly size?: 'control' | 'touch' | undefined;
  readonly wide?: boolean | undefined;
  /** The icon above the word. */
  readonly stacked?: boolean | undefined;
};

/** The classes of a button, for elements that must look like one (a link, a menu's trigger). */
export function buttonClass(shape: ButtonShape & { hasIcon?: boolean; iconOnly?: boolean }): string {
  return classNames(
    styles.button,
    styles[shape.look ?? 'quiet'],
    shape.size === 'touch' && styles.touch,
    shape.wide === true && styles.wide,
    shape.stacked === true && styles.stacked,
    shape.hasIcon === true && styles.hasIcon,
    shape.iconOnly === true && styles.iconOnly,
  );
}
