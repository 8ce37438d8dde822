/** What the browser says about the connection; not every browser does. */
type Connection = { readonly saveData?: boolean; readonly effectiveType?: string };

function connectionOf(browser: Navigator): Connection {
  return 'connection' in browser && typeof browser.connection === 'object' && browser.connection !== null
    ? browser.connection
    : {};
}

/**
 * Fetches the app's files while the child types, so that the board opens at once. `addresses` is a list divided by
 * spaces. Nothing is fetched where data is dear or the line is too slow for the page itself.
 */
export function prefetchWhenIdle(addresses: string): void {
  const { saveData = false, effectiveType = '4g' } = connectionOf(navigator);
  if (saveData || effectiveType.endsWith('2g')) return;
  window.addEventListener('load', () => {
    for (const href of addresses.split(' ').filter(Boolean)) {
      const link = document.createElement('link');
      link.rel = 'prefetch';
      link.href = href;
      document.head.append(link);
    }
  });
}
