import { atom } from 'tldraw';

/** Whether each piece is labelled with whoever made it, as long as this page is open. */
export const isAuthorsShown = atom('authors are shown', false);
