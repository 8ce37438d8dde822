/** tldraw's thirteen colour names, in the order of its own picker. */
export const colorNames = [
  'black',
  'grey',
  'light-violet',
  'violet',
  'blue',
  'light-blue',
  'yellow',
  'orange',
  'green',
  'light-green',
  'light-red',
  'red',
  'white',
] as const;

type ColorName = (typeof colorNames)[number];
export type ThemeName = 'light' | 'dark';

/** Every shade that one colour name needs on a board. */
export interface ColorShades {
  /** The pen, and the inside of a shape filled with "fill". */
  solid: string;
  /** The pale inside of a shape filled with "solid", as tldraw names it. */
  semi: string;
  /** The broad marker (tldraw's highlighter). */
  marker: string;
  /** Typed text: the pen where it is dark enough to read (4.5:1 on the canvas), ink where it is not. */
  text: string;
  note: { fill: string; text: string };
}

export interface Palette {
  canvas: string;
  sheet: string;
  line: string;
  edge: string;
  ink: string;
  accent: string;
  /** Colour of the soft shadow below notes, painted thinly several times. */
  shadow: string;
  colors: Record<ColorName, ColorShades>;
}

/** Pen, pale fill, marker, note paper, and "ink" where the pen is too pale for letters. */
type Row = readonly [solid: string, semi: string, marker: string, note: string, text?: 'ink'];

/*
 * The hues are the board material of the design tokens. Two names stand for a hue that children draw
 * with more often than the one tldraw means: light-green is the teal pen, light-red the brown one.
 */
const lightRows: Record<ColorName, Row> = {
  black: ['#232a39', '#e7e3da', '#dcd7cc', '#fbe39a'],
  grey: ['#616675', '#ece8df', '#e4dfd3', '#e8e3d8'],
  'light-violet': ['#9557b0', '#f0e4f5', '#ebdaf3', '#ecdcf4'],
  violet: ['#7a48ac', '#e8dcf3', '#dfcdf0', '#e3d5f2'],
  blue: ['#2a5bc0', '#dce6f7', '#cadcf5', '#c9e1f5'],
  'light-blue': ['#4f9fd6', '#d6eaf5', '#b8dcf0', '#d3ebf2', 'ink'],
  yellow: ['#dfa10f', '#f9e7b8', '#f3d68f', '#fbe39a', 'ink'],
  orange: ['#b9530f', '#f5dcc6', '#e9c7ad', '#f6d9bd'],
  green: ['#357a32', '#dcebcf', '#c9e2b5', '#cfe8c0'],
  'light-green': ['#0b776e', '#d3eae4', '#bfe3da', '#c8e7df'],
  'light-red': ['#8a5a34', '#f3e0cb', '#eecfae', '#f0d2b2'],
  red: ['#c43a2e', '#f9dcdf', '#f6c8cf', '#f7cdd3'],
  white: ['#ffffff', '#fffdf9', '#ffffff', '#fffdf9', 'ink'],
};

const darkRows: Record<ColorName, Row> = {
  black: ['#e9e5dc', '#343a47', '#3d4452', '#5d4b17'],
  grey: ['#a6a8ae', '#2e333e', '#383e4a', '#3f444f'],
  'light-violet': ['#d6a6e6', '#3f2d47', '#4a3454', '#52395c'],
  violet: ['#bd9ae6', '#38304c', '#43395c', '#473c63'],
  blue: ['#86abf5', '#243350', '#2a3d63', '#24435c'],
  'light-blue': ['#7cc0ea', '#1b3444', '#1f3f54', '#214856'],
  yellow: ['#efc457', '#42371a', '#54451c', '#5d4b17'],
  orange: ['#f09a58', '#43301f', '#533a24', '#5a3f27'],
  green: ['#86c67e', '#263a23', '#2c4327', '#31492a'],
  'light-green': ['#5cc8ba', '#1b3a37', '#204743', '#234c47'],
  'light-red': ['#c89c74', '#3d3022', '#4b3826', '#503c29'],
  red: ['#f0877b', '#47282a', '#5b3038', '#5b3038'],
  white: ['#f6f0e3', '#2a2f3a', '#434956', '#343a47'],
};

function buildColors(rows: Record<ColorName, Row>, ink: string, noteInk: string): Record<ColorName, ColorShades> {
  const entries = colorNames.map((name) => {
    const [solid, semi, marker, note, text] = rows[name];
    const shades: ColorShades = {
      solid,
      semi,
      marker,
      text: text === 'ink' ? ink : solid,
      note: { fill: note, text: noteInk },
    };
    return [name, shades] as const;
  });
  return Object.fromEntries(entries) as Record<ColorName, ColorShades>;
}

/** The board's colours in both themes: one table for server-drawn pictures and for the editor. */
export const palettes: Record<ThemeName, Palette> = {
  light: {
    canvas: '#fdfbf6',
    sheet: '#fffdf9',
    line: '#e5dccb',
    edge: '#8b8270',
    ink: '#1d2433',
    accent: '#0a736b',
    shadow: '#1d2433',
    colors: buildColors(lightRows, '#232a39', '#232a39'),
  },
  dark: {
    canvas: '#181c23',
    sheet: '#1e222b',
    line: '#343a47',
    edge: '#7d8596',
    ink: '#f3ede1',
    accent: '#4fc1b2',
    shadow: '#000000',
    colors: buildColors(darkRows, '#e9e5dc', '#f6f0e3'),
  },
};

/** The shades of a colour name; black for anything that is no colour name. */
export function shadesOf(palette: Palette, color: unknown): ColorShades {
  const name = colorNames.find((known) => known === color) ?? 'black';
  return palette.colors[name];
}
