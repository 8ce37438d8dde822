/** Where each page lives. No address carries a code, a PIN or a name. */
export const paths = {
  frontDoor: '/',
  signIn: '/sign-in',
  /** Where providers outside send a browser back to; a school's own one to an address of its own. */
  provider: '/sign-in/provider',
  forgotten: '/forgotten',
  /** Where the link of a mail leads; what it brings stands behind a #. */
  reset: '/reset',
  home: '/home',
  account: '/account',
  /** The own school: staff and rules. */
  school: '/school',
  /** How long things are kept. */
  kept: '/kept',
  /** The first school of an empty instance. */
  setUp: '/set-up',
  /** A link opens it with its secret behind a #. */
  invitation: '/invitation',
  /** Where a partnership's link leads, with its secret behind a #. */
  partnershipInvitation: '/partnership-invitation',
  /** A pupil's way in: class code (a QR opens it with the code behind a #), name, pictures, lobby. */
  join: '/join',
  joinName: '/join/name',
  joinPictures: '/join/pictures',
  lobby: '/lobby',
  /** What is kept of children, in their words. */
  notice: '/notice',
  activity: '/activity',
  /** What waits on all boards. */
  toCheck: '/queue',
  classes: '/classes',
  class: (classId: string) => `/classes/${encodeURIComponent(classId)}`,
  /** A page of the server's own, to be printed. */
  classCards: (classId: string) => `/classes/${encodeURIComponent(classId)}/cards`,
  /** Where the link of a guest leads, with its secret behind a #. */
  guest: '/guest',
  /** Reports of concern, for whoever looks after them. */
  safeguarding: '/safeguarding',
  concern: (concern: string) => `/safeguarding/${encodeURIComponent(concern)}`,
  /** Whom it concerns where an account was in wrong hands. */
  breach: '/breach',
  design: '/design',
  partnerships: '/partnerships',
  charter: (partnership: string) => `/partnerships/${encodeURIComponent(partnership)}`,
  board: (boardId: string) => `/b/${encodeURIComponent(boardId)}`,
  queue: (boardId: string) => `/b/${encodeURIComponent(boardId)}/queue`,
  /** What other schools let out, before the own pupils see it. */
  firstLook: (boardId: string) => `/b/${encodeURIComponent(boardId)}/first-look`,
  /** The board as it stood at any moment. */
  timeline: (boardId: string) => `/b/${encodeURIComponent(boardId)}/timeline`,
  people: (boardId: string) => `/b/${encodeURIComponent(boardId)}/people`,
} as const;

/** The same addresses as patterns for the router. */
export const pathPatterns = {
  provider: '/sign-in/provider/:school?',
  /** One route for all steps of the way in, so that going on does not forget the class. */
  join: '/join/:step?',
  class: '/classes/:classId',
  charter: '/partnerships/:partnership',
  concern: '/safeguarding/:concernId',
  board: '/b/:boardId',
  queue: '/b/:boardId/queue',
  firstLook: '/b/:boardId/first-look',
  timeline: '/b/:boardId/timeline',
  people: '/b/:boardId/people',
} as const;
