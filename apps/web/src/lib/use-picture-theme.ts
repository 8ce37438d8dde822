import { useSyncExternalStore } from 'react';

const darkWish = '(prefers-color-scheme: dark)';

function readTheme(): 'light' | 'dark' {
  const chosen = document.documentElement.dataset['theme'];
  if (chosen === 'light' || chosen === 'dark') return chosen;
  return matchMedia(darkWish).matches ? 'dark' : 'light';
}

function subscribe(onChange: () => void): () => void {
  const wish = matchMedia(darkWish);
  const observer = new MutationObserver(onChange);
  wish.addEventListener('change', onChange);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
  return () => {
    wish.removeEventListener('change', onChange);
    observer.disconnect();
  };
}

/** The light the page is shown in now: pictures drawn by the server are asked for in the same one. */
export function usePictureTheme(): 'light' | 'dark' {
  return useSyncExternalStore(subscribe, readTheme);
}
