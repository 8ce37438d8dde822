/** The colours of the picture set. They stay the same in the dark theme, because a child knows "the orange cat". */
export const palette = {
  coral: '#e76f51',
  coralDeep: '#cb5638',
  pink: '#f4a6b7',
  amber: '#f2b134',
  teal: '#2a9d8f',
  tealDeep: '#1b7a6f',
  green: '#7aa63c',
  brown: '#8f5f3a',
  bark: '#5c3d26',
  tan: '#d9a566',
  cream: '#fff0cf',
  blue: '#4b7bd1',
  navy: '#3561b0',
  sky: '#aad3f0',
  plum: '#b2457a',
  grey: '#8a92a3',
  mist: '#a7aeba',
  slate: '#6b7384',
  stone: '#d6cdc0',
  white: '#ffffff',
  /** On top of another colour: eyes, noses, stripes. */
  ink: '#1d2433',
  /** On the page itself: whiskers, feelers, strings; follows the theme. */
  pageInk: 'var(--ink, #1d2433)',
} as const;
