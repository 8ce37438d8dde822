export { errorCodes, errorRules, type ErrorCode, type ErrorRule } from './errors.ts';
export { oldestSupported, protocolVersion } from './protocol-version.ts';
export { checkRawJson, hasBadKey, maxJsonDepth, maxJsonKeys, parseClientJson } from './raw-json.ts';
export type { RawJsonVerdict } from './raw-json.ts';
export { actions, type Action, type ActionRule, type BoardAction, type OpenAction } from './model/actions.ts';
export { clientId, entityId, recordId, recordIdPattern } from './model/ids.ts';
export { isRemarkId, reactionSigns, type ReactionSign } from './model/remark.ts';
export { json, type BoardRecord, type FieldName, type Fields, type Json } from './model/board-record.ts';
export { author, boardRole, reach, role, schoolBrief, schoolMark, staffRole } from './model/people.ts';
export type { Author, BoardRole, Reach, Role, SchoolBrief, SchoolMark, StaffRole } from './model/people.ts';
export {
  consent,
  consentKinds,
  partnership,
  classAges,
  pinKind,
  pupil,
  school,
  schoolClass,
  staffMember,
  type Consent,
  type Partnership,
  type ClassAges,
  type PinKind,
  type Pupil,
  type School,
  type SchoolClass,
  type StaffMember,
} from './model/directory.ts';
export { linkQuality, openHours, schoolRules, earlierRules, strictRules } from './model/school-rules.ts';
export type { LinkQuality, OpenHours, SchoolRules } from './model/school-rules.ts';
export { schoolWords, usualWords, type SchoolWords } from './model/school-words.ts';
export { classTrust, getClassTrust, postPupilTrust, postTrustAfter } from './http/trust.ts';
export type { ClassTrust, TrustLine } from './http/trust.ts';
export { pupilTrust, trustAfter, trustKind, trustLevel, trustMark, usualTrustAfter } from './model/trust.ts';
export type { PupilTrust, TrustCause, TrustKind, TrustLevel, TrustMark } from './model/trust.ts';
export { textFind, textKind, type TextFind, type TextKind } from './model/text-find.ts';
export { markOf, readMark, textMark, type TextMark } from './model/text-find.ts';
export {
  charterAct,
  charterChange,
  charterEvent,
  charterInvitation,
  charterLine,
  charterProposal,
  signedRules,
  type CharterAct,
  type CharterChange,
  type CharterEvent,
  type CharterInvitation,
  type CharterLine,
  type CharterProposal,
  type SignedRules,
} from './model/charter.ts';
export {
  admission,
  board,
  type Admission,
  type Board,
  type BoardLeave,
  type GuestPass,
  type KnownGuest,
} from './model/board.ts';
export type { BoardArchive, SchoolMembers } from './model/board.ts';
export { boardMembers, getMembers, postMembers, type BoardMembers } from './http/members.ts';
export { invitation, type Invitation } from './model/invitation.ts';
export { deskHours, usualDesk, type DeskHours } from './model/desk-hours.ts';
export { factorNoticeDays, factorRule, noFactorRule } from './model/factor-rule.ts';
export type { FactorRule, FactorScope } from './model/factor-rule.ts';
export { concernDraft, concernEvent, concernHead, concernOutcome, concernOutcomes } from './model/concern.ts';
export { concernReason, concernReasons, concernSubject, keptConcernLine, outsider } from './model/concern.ts';
export type { ConcernDraft, ConcernEvent, ConcernHead, ConcernLine, ConcernOutcome } from './model/concern.ts';
export type { ConcernPerson, ConcernReason, ConcernSubject, KeptConcernLine, Outsider } from './model/concern.ts';
export { erasure, type Erasure } from './model/erasure.ts';
export { keptClasses, pupilData, type KeptClass, type PupilData } from './model/kept-class.ts';
export { auditAct, auditActs, auditDraft, auditHead, auditNetwork, keptAuditLine } from './model/audit-line.ts';
export type { AuditAct, AuditActor, AuditDraft, AuditEntry, AuditHead, AuditLine } from './model/audit-line.ts';
export type { AuditNetwork, AuditSubject, KeptAuditLine } from './model/audit-line.ts';
export { publication, publicationPart, type Publication, type PublicationPart } from './model/publication.ts';
export { asset, blobHash, uploadedAsset, type Asset, type UploadedAsset } from './model/asset.ts';
export { queueLine, type QueueLine } from './model/queue-line.ts';
export { change, changeContent, inverse, type Change, type ChangeContent, type Inverse } from './journal/change.ts';
export { auditEvent, effect, entryContent, entryFacts, journalEntry, journalVersion } from './journal/entry.ts';
export type { AuditEvent, Effect, EntryContent, EntryFacts, JournalEntry } from './journal/entry.ts';
export { checkpointManifest, type CheckpointManifest } from './journal/checkpoint.ts';
export { appendOp, createOp, deleteOp, op, updateOp } from './realtime/op.ts';
export type { AppendOp, CreateOp, DeleteOp, Op, UpdateOp } from './realtime/op.ts';
export { edit, type EditMessage } from './realtime/edit.ts';
export { join, viewerJoin, type JoinMessage, type ViewerJoinMessage } from './realtime/join.ts';
export { joined, type Joined } from './realtime/joined.ts';
export { move, pointer, presence } from './realtime/presence.ts';
export type { MoveMessage, Pointer, PresenceMessage, Viewport } from './realtime/presence.ts';
export { boardMode, boardRules, pupilLevel, shortestOpening, standing } from './realtime/rules.ts';
export type { BoardMode, BoardRules, OpeningHours, PupilLevel, Standing } from './realtime/rules.ts';
export {
  packFields,
  packPoints,
  packRecord,
  toHundredth,
  unpackFields,
  unpackPoints,
  unpackRecord,
  type StrokePoint,
} from './realtime/packed-strokes.ts';
export { caseStatus, caseView, patch, stamp, withStamp } from './realtime/patch.ts';
export type { CaseStatus, CaseView, Patch, Stamp, ViewItem } from './realtime/patch.ts';
export { frame, type Frame } from './realtime/frame.ts';
export { editAnswer, errorCode, lostPage, opRefusal, privateFrame } from './realtime/private-frame.ts';
export type { EditAnswer, LostPage, OpRefusal, PrivateFrame } from './realtime/private-frame.ts';
export { refused, type Refused } from './realtime/refused.ts';
export { snapshot, type Snapshot } from './realtime/snapshot.ts';
export {
  boardNamespace,
  maxClientMessageBytes,
  socketActions,
  viewerNamespace,
  type ClientToServerEvents,
  type ServerToClientEvents,
  type ViewerToServerEvents,
} from './realtime/socket-events.ts';
export { endpoint, type Endpoint } from './http/endpoint.ts';
export { httpRefusal, type HttpRefusal } from './http/errors.ts';
export { getOwnSessions, getOwnSignIn, postBeginSecondFactor } from './http/account.ts';
export { postConfirmSecondFactor, postEndSecondFactor } from './http/account.ts';
export { postEndSessions, postPassword, postRecoveryCodes, type OwnSession } from './http/account.ts';
export { getMe, getWaysIn, me, passwordLength, postAskForReset } from './http/accounts.ts';
export {
  postProvider,
  postProviderAnswer,
  postReset,
  postSignIn,
  postSignInCode,
  postSignOut,
  type Me,
  type WayByProvider,
} from './http/accounts.ts';
export { classLine, classView, getClass, getClassCards, getClasses, postClass } from './http/classes.ts';
export { postClassChange, postClassCode, postClassRemoval, postConsent } from './http/classes.ts';
export { getPupilFile, postPupilName, postPupilPin, postPupilRemoval } from './http/classes.ts';
export { postPupilSuspension, postPupils } from './http/classes.ts';
export type { ClassLine, ClassView } from './http/classes.ts';
export { newPasskey, postBeginPasskey, postBeginPasskeySignIn, postPasskey } from './http/passkeys.ts';
export { postPasskeyName, postPasskeySignIn, postRemovePasskey, shownPasskey } from './http/passkeys.ts';
export type { NewPasskey, OwnPasskey, ShownPasskey } from './http/passkeys.ts';
export { getSchool, invitationLine, ownSchool, postEndStaff, postInvitation } from './http/schools.ts';
export { getSchoolWords, postDeskHours, postOwnRules, postSchoolWords, postReadInvitation } from './http/schools.ts';
export {
  postFactorRule,
  postForgetFactor,
  postSchoolFacts,
  postSetUp,
  postStaffRoles,
  postTakeInvitation,
} from './http/schools.ts';
export { getSchoolProvider, postRemoveSchoolProvider, postSchoolProvider } from './http/school-provider.ts';
export { postTrySchoolProvider, type ProviderSetting } from './http/school-provider.ts';
export { postWithdrawInvitation, schoolFacts, staffLine } from './http/schools.ts';
export type { InvitationLine, OwnSchool, SchoolFacts, StaffLine } from './http/schools.ts';
export { codeAlphabet, getLobby, pinPictures, postCode, postPin, type PinPicture } from './http/join.ts';
export { boardLine, door, getBoard, getBoards, getDoor, getSnapshot, postAdmit, postBoard } from './http/boards.ts';
export { postBringBack, postDismiss, postDoor } from './http/boards.ts';
export type { ArchivedBoard, BoardLine, Door } from './http/boards.ts';
export {
  getQueue,
  getWaiting,
  postDecision,
  postHide,
  postUndoDecision,
  queueItem,
  type Remark,
  verdict,
  type QueueItem,
  type Verdict,
} from './http/moderation.ts';
export {
  lookPiece,
  getFirstLook,
  getFirstLookPicture,
  postAccept,
  postTakeBackAccepted,
  type LookPiece,
} from './http/first-look.ts';
export {
  getPublications,
  postAgree,
  postPublication,
  postWithdraw,
  publicationLine,
  type PublicationLine,
} from './http/publishing.ts';
export { getGuestPicture, getGuestPlace, postEnterAsGuest, postGuestConcern, type GuestPlace } from './http/guests.ts';
export { guestNoteColors, longestGuestNote, postGuestNote, postTakeNoteBack } from './http/guests.ts';
export type { GuestNote, GuestNoteColor } from './http/guests.ts';
export { getGuests, postEndGuest, postGuest, type GuestLine } from './http/guests.ts';
export {
  mostRecordsNamed,
  postHidePerson,
  postRewind,
  postRewindPreview,
  postSuspend,
  type RewindCounts,
} from './http/person-acts.ts';
export {
  getPastView,
  getShowings,
  getTimeline,
  postBackToMoment,
  postBackToMomentPreview,
  type TimelineMoment,
} from './http/timeline.ts';
export { boardPeople, getPeople, postLevel, postStaffPage, type BoardPeople, type BoardSchool } from './http/people.ts';
export { getRules, postCursors, postFreeze, postSchoolRules, postStop } from './http/rules.ts';
export {
  charterHolds,
  charterPage,
  getCharter,
  getPartnerships,
  partnershipLine,
  postCharterLine,
  postLeavePartnership,
  postProposalAnswer,
  type CharterHolds,
  type CharterPage,
  type PartnershipLine,
} from './http/partnerships.ts';
export {
  partnershipOffer,
  postPartnership,
  postReadPartnershipInvitation,
  postSchoolInvitation,
  postSchoolInvitationAnswer,
  postSetUpPartner,
  postSignPartnership,
  type PartnershipOffer,
} from './http/partnership-invitations.ts';
export { auditLineView, auditPerson, auditView, getAudit } from './http/audit.ts';
export type { AuditLineView, AuditPerson, AuditView } from './http/audit.ts';
export { deletedPage, getDeletedPages, postRestorePage, type DeletedPage } from './http/deleted-pages.ts';
export { getBoardPicture, getCasePicture, getPicture, putPicture } from './http/pictures.ts';
export { getWholeQueue, mostItemsAsked, postQueueItems, waitingLine } from './http/whole-queue.ts';
export type { WaitingLine, WholeQueue } from './http/whole-queue.ts';
export { getOwnWork, getWorkPicture, workPiece, type WorkPiece } from './http/own-work.ts';
export { concernReceipt, postConcern, type ConcernReceipt } from './http/concerns.ts';
export { concernBrief, concernCase, concernEvidence, concernList, concernStatus } from './http/concern-desk.ts';
export { concernStep, concernStory, deskPerson, getConcern, getConcernDrawing } from './http/concern-desk.ts';
export { getConcernEvidence, getConcernExport, getConcerns, postConcernStep } from './http/concern-desk.ts';
export { getTermReport } from './http/concern-desk.ts';
export { breachAnswer, breachFindings, breachPupil, breachQuestion, breachSubject, breachWork } from './http/breach.ts';
export { postBreach, type BreachAnswer, type BreachFindings, type BreachPupil } from './http/breach.ts';
export type { BreachQuestion, BreachSubject, BreachWork } from './http/breach.ts';
export type { ConcernBrief, ConcernCaseView, ConcernEvidence, ConcernList } from './http/concern-desk.ts';
export type { ConcernStep, ConcernStory, DeskPerson } from './http/concern-desk.ts';
