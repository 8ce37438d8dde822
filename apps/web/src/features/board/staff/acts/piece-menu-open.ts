import { atom } from 'tldraw';

/** Whether the menu of the selected piece is open: the canvas's own menu, which keys and a long press reach, opens it too. */
export const isPieceMenuOpen = atom('is the menu of the piece open', false);
