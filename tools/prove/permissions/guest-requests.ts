/** The note that the guest of the proof adds, and takes back. */
const note = 'shape:GuestGuestGuestGuestN';

/** What is sent to the routes for guests, and to make a link for one. */
export const guestRequests = {
  'POST /api/boards/:board/guests': { body: () => ({ name: 'Dr Cole', minutes: 5 }) },
  'POST /api/guest/concerns': { body: () => ({ id: 'GuestGuestGuestGuestG2', record: null, reason: 'other' }) },
  'POST /api/guest/notes': {
    body: () => ({ note, rev: 1, text: 'Nine herons', color: 'yellow', page: 'page:page', at: null }),
  },
  'POST /api/guest/notes/take-back': { body: () => ({ note, rev: 2 }) },
  'POST /api/guest/enter': { body: () => ({ token: 'AbsentAbsentAbsentAbs2.none' }) },
} as const;
