import {
  postAccept,
  postBackToMoment,
  postBackToMomentPreview,
  postAdmit,
  postAgree,
  postBoard,
  postBringBack,
  postCode,
  postCursors,
  postDecision,
  postDismiss,
  postDoor,
  postEndGuest,
  postEnterAsGuest,
  postFreeze,
  postGuest,
  postGuestNote,
  postTakeNoteBack,
  postHide,
  postHidePerson,
  postLevel,
  postMembers,
  postPin,
  postPublication,
  postQueueItems,
  postRestorePage,
  postRewind,
  postRewindPreview,
  postSchoolRules,
  postStaffPage,
  postStop,
  postSuspend,
  postTakeBackAccepted,
  postUndoDecision,
  postWithdraw,
  putPicture,
  type AuditSubject,
  type Board,
  type PublicationLine,
} from '@bridgeboard/protocol';
import type { Storage } from '@bridgeboard/storage';

import { inJournal, told, untold, type AuditedRoute, type Told } from './route-rule.ts';

/** What everybody on a board may read. */
function ofBoard({ id, schools }: Board): Pick<Told, 'board' | 'schools'> {
  return { board: id, schools };
}

function published({ board, answer }: { board: Board; answer: PublicationLine }): Omit<Told, 'act'> {
  return { ...ofBoard(board), subjects: [{ kind: 'publication', id: answer.id }] };
}

/** Of these ids those of the school's own pupils: others are passed over by what they were sent to. */
async function ownPupils({ directory }: Storage, school: string, ids: readonly string[]): Promise<AuditSubject[]> {
  const classes = new Set((await directory.classesOf(school)).map(({ id }) => id));
  const pupils = await Promise.all([...new Set(ids)].map((id) => directory.pupil(id)));
  return pupils.flatMap((pupil) => (pupil && classes.has(pupil.classId) ? [{ kind: 'person', id: pupil.id }] : []));
}

/** Boards, their doors, what is judged on them and what is published. */
export const routesOfBoards: readonly AuditedRoute[] = [
  told(postBoard, {
    acts: ['board.make'],
    tell: async ({ answer }, { catalogue }) => ({
      act: 'board.make',
      board: answer.id,
      schools: (await catalogue.board(answer.id))?.schools,
    }),
  }),
  told(postBringBack, {
    acts: ['board.bring-back'],
    tell: ({ board, answer }) => (answer.broughtBack ? { act: 'board.bring-back', ...ofBoard(board) } : null),
  }),
  told(postDoor, {
    acts: ['door.open', 'door.shut'],
    opens: true,
    tell: ({ board, body: { minutes } }) =>
      minutes === 0
        ? { act: 'door.shut', ...ofBoard(board) }
        : { act: 'door.open', ...ofBoard(board), detail: String(minutes) },
  }),
  told(postAdmit, {
    acts: ['pupil.admit'],
    opens: true,
    tell: async ({ board, body, session }, storage) => {
      const subjects = await ownPupils(storage, session.person.school, body.pupils);
      return subjects.length === 0 ? null : { act: 'pupil.admit', board: board.id, subjects };
    },
  }),
  told(postDismiss, {
    acts: ['pupil.dismiss'],
    tell: async ({ board, body, session }, storage) => {
      const subjects = await ownPupils(storage, session.person.school, body.pupils);
      return subjects.length === 0 ? null : { act: 'pupil.dismiss', board: board.id, subjects };
    },
  }),
  told(postMembers, {
    acts: ['board.members'],
    opens: true,
    tell: ({ board, answer: { isWhole, classes } }) => ({
      act: 'board.members',
      board: board.id,
      ...(isWhole
        ? {}
        : { detail: String(classes.filter(({ pupils }) => pupils.some((one) => one.takesPart)).length) }),
    }),
  }),
  told(postGuest, {
    acts: ['guest.invite'],
    opens: true,
    tell: ({ board, body: { minutes, adds } }) => ({
      act: 'guest.invite',
      ...ofBoard(board),
      detail: adds === true ? `${minutes},add` : String(minutes),
    }),
  }),
  told(postEndGuest, { acts: ['guest.end'], tell: ({ board }) => ({ act: 'guest.end', ...ofBoard(board) }) }),
  untold(
    postGuestNote,
    "It waits for staff, whose decision is told; a guest's work is no more in this log than a pupil's.",
  ),
  untold(postTakeNoteBack, 'What a guest takes back is no more in this log than what a pupil does.'),
  told(postEnterAsGuest, {
    acts: ['guest.come'],
    tell: ({ answer }) => ({ act: 'guest.come', schools: answer.schools.map(({ id }) => id) }),
  }),
  told(postPublication, {
    acts: ['publication.make'],
    opens: true,
    tell: (done) => ({ act: 'publication.make', ...published(done) }),
  }),
  told(postAgree, {
    acts: ['publication.agree'],
    opens: true,
    tell: (done) => ({ act: 'publication.agree', ...published(done) }),
  }),
  told(postWithdraw, {
    acts: ['publication.withdraw'],
    tell: (done) => ({ act: 'publication.withdraw', ...published(done) }),
  }),
  told(postSuspend, {
    acts: ['pupil.suspend', 'pupil.unsuspend'],
    tell: ({ answer: { pupil, suspended } }) => ({
      act: suspended ? 'pupil.suspend' : 'pupil.unsuspend',
      subjects: [{ kind: 'person', id: pupil }],
    }),
  }),
  // What a decision does to its author's trust has lines of its own (TL5).
  inJournal(postDecision, 'case.board', 'case.school', 'case.return', 'case.reject', 'trust.rise', 'trust.fall'),
  inJournal(postUndoDecision, 'case.undo', 'trust.rise', 'trust.fall'),
  inJournal(postHide, 'record.hide', 'record.show', 'trust.fall'),
  inJournal(postHidePerson, 'person.hide', 'person.show', 'trust.fall'),
  inJournal(postRewind, 'person.rewind'),
  untold(postQueueItems, 'It reads what waits, and does nothing.'),
  inJournal(postBackToMoment, 'board.rewind', 'person.rewind'),
  untold(postBackToMomentPreview, 'It counts what bringing a board back would come to, and does nothing.'),
  untold(postRewindPreview, 'It counts what a rewind would come to, and does nothing.'),
  inJournal(postAccept, 'record.accept'),
  inJournal(postTakeBackAccepted, 'record.unaccept'),
  inJournal(postRestorePage, 'page.restore'),
  inJournal(postFreeze, 'board.freeze', 'board.unfreeze'),
  inJournal(postStop, 'board.stop-everything'),
  inJournal(postCursors, 'board.cursors'),
  inJournal(postSchoolRules, 'board.set-mode', 'board.needs-teacher', 'board.look-first', 'board.set-hours'),
  inJournal(postLevel, 'board.set-level', 'board.set-class-level', 'board.change-member'),
  inJournal(postStaffPage, 'board.staff-page'),
  untold(putPicture, 'The edit that shows it on a board is in the journal of that board.'),
  untold(postCode, 'It opens nothing and tells nobody apart; a limit holds guesses.'),
  untold(postPin, 'It lets a pupil wait; that staff let the pupil in has a line.'),
];
