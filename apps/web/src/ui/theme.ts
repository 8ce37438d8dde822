/** system: as the device says. */
export type Theme = 'system' | 'light' | 'dark';

/** The cookie both ends read, so that the server's pages are in the same light. */
const themeCookie = 'bb_theme';

const oneYearSeconds = 31_536_000;

/** The theme chosen on this device. */
export function currentTheme(): Theme {
  const value = document.cookie
    .split('; ')
    .find((pair) => pair.startsWith(`${themeCookie}=`))
    ?.slice(themeCookie.length + 1);
  return value === 'light' || value === 'dark' ? value : 'system';
}

/** Puts the chosen theme on the page; call it before the first paint. */
export function startTheme(): void {
  show(currentTheme());
}

/** Changes the theme at once and keeps the choice. */
export function chooseTheme(theme: Theme): void {
  const secure = location.protocol === 'https:' ? '; Secure' : '';
  document.cookie = `${themeCookie}=${theme}; Path=/; Max-Age=${oneYearSeconds}; SameSite=Lax${secure}`;
  show(theme);
}

function show(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
}
