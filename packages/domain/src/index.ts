export { assetRecordOf, isAssetId, newAssetsIn } from './board/assets.ts';
export { applyFields, diffRecords, dropFields, equalJson, fieldOf } from './board/fields.ts';
export {
  clientKey,
  createBoardState,
  draftOf,
  takeTouched,
  type Binned,
  type BoardState,
  type ReviewCase,
  type Slot,
} from './board/board-state.ts';
export {
  actingAs,
  areCursorsOff,
  isOutOfSight,
  rulesOf,
  schoolRulesOf,
  standingOf,
  type NextOpening,
  type OpensAt,
} from './board/board-rules.ts';
export { nextCommonOpening, nextOpening, type PlacedHours } from './board/opening-hours.ts';
export { hashOfVersion } from './board/first-look.ts';
export { withDependents } from './board/references.ts';
export { gateRecord, shapeTypes } from './gate/gate-record.ts';
export { forgetOld } from './board/forget-old.ts';
export { weightOf } from './board/weight.ts';
export { can, type BoardStanding } from './permissions/can.ts';
export { takesPart } from './permissions/takes-part.ts';
export { factorDueAt } from './permissions/factor-due.ts';
export { limits } from './gate/limits.ts';
export { checkNickname, sameNickname, tidyNickname } from './classes/check-nickname.ts';
export { classLimits } from './classes/class-limits.ts';
export { decideEdit, type EditOutcome } from './edit/decide-edit.ts';
export { refusalToAdd } from './edit/refusal-to-add.ts';
export { type EditInput, type FindInText, type Uploads } from './edit/edit-act.ts';
export { firstBrokenLink } from './journal/chain.ts';
export { entriesOf } from './journal/entries-of.ts';
export { entryLimit, type EntryLimit } from './journal/entry-size.ts';
export { WholeActs } from './journal/whole-acts.ts';
export { applyEntry, type Actor } from './journal/entry-draft.ts';
export { boardWithoutRecords, recordsIn, replayRecords, replayTo } from './history/replay.ts';
export { pastView, type PastView } from './history/past-view.ts';
export { ShowingTeller, type AboutShowings, type Showing } from './history/showings.ts';
export { SightTeller, type Eyes, type Sight } from './history/sight-teller.ts';
export { TimelineTeller, type TimelineMoment } from './history/timeline.ts';
export { rewindPerson, previewRewind, spanSince, type RewindOutcome } from './history/rewind-person.ts';
export { type RewindCount } from './history/count.ts';
export { recordsOfSpan, type Span } from './history/span.ts';
export { type Past } from './history/tell-stories.ts';
export { deletedPages, lostPages, type DeletedPage } from './history/deleted-pages.ts';
export { restorePage } from './history/restore-page.ts';
export { foundBoard } from './journal/found-board.ts';
export { ChainCheck } from './journal/chain-check.ts';
export { AuditCheck, type AuditFault } from './audit/audit-check.ts';
export { sealLine } from './audit/seal-line.ts';
export { answerBy } from './safeguarding/answer-by.ts';
export { caseOfConcern, isConcernStanding, type ConcernCase } from './safeguarding/case-of-concern.ts';
export { reportedPiece, type ReportedPiece } from './safeguarding/reported-piece.ts';
export { ConcernCheck, sealConcern, type ConcernFault } from './safeguarding/seal-concern.ts';
export { restoreBoard } from './journal/restore-board.ts';
export { erasePerson, eraserOf } from './erasure/erase-person.ts';
export { type ContentEraser } from './erasure/content-eraser.ts';
export { schoolsEraser, takeSchoolsOff } from './erasure/take-schools-off.ts';
export { copiedEntry } from './journal/copied-entry.ts';
export { joinBoard } from './journal/join-board.ts';
export { readCheckpoint, writeCheckpoint } from './journal/checkpoint.ts';
export { burstLimits, statusOf } from './moderation/burst.ts';
export { caseItem } from './moderation/case-item.ts';
export { isOpenCase, visibleCase } from './moderation/case-view.ts';
export { keyOnTop } from './view/order-keys.ts';
export { piecesOf, type PieceOfWork } from './moderation/pieces-of.ts';
export { decideCase, ownCase, type ActOutcome } from './moderation/decide-case.ts';
export { undoDecision } from './moderation/undo-decision.ts';
export {
  acceptedWork,
  acceptRecords,
  takeBackAccepted,
  waitingForLook,
  type FirstLookItem,
} from './moderation/accept-records.ts';
export { showsPicture } from './moderation/shows-picture.ts';
export { hidePerson } from './moderation/hide-person.ts';
export { hideRecord } from './moderation/hide-record.ts';
export { keepAway, keptWith, letBack } from './moderation/keep-away.ts';
export { govern } from './moderation/govern.ts';
export type { Frozen, GovernEvent } from './moderation/govern-event.ts';
export { landings, powers, sight, stops, type LandingMode, type Stop } from './moderation/decision-tables.ts';
export { trustKindOfSlot, trustKindsOf } from './trust/trust-kind.ts';
export { trustModes, type TrustLevels } from './trust/trust-modes.ts';
export { trustStanding, type TrustHistory, type TrustStanding } from './trust/trust-standing.ts';
export { casesOn } from './moderation/cases-on.ts';
export { closeView } from './view/close-view.ts';
export { projectView } from './view/project-view.ts';
export { workOf, type WorkOf } from './view/work-of.ts';
export { itemOf, modeTowards, stampOf } from './view/version.ts';
export { PrivatePart, type PrivatePatch } from './view/private-part.ts';
export { countPoints, grownBy, growthOf, segmentsField } from './board/strokes.ts';
export { Differences } from './view/differences.ts';
export { privateDigest, viewDigest } from './view/digest.ts';
export { seesAsset } from './view/sees-asset.ts';
export { TrackedView } from './view/tracked-view.ts';
export { authorKey, schoolOf, viewerKey, viewerOf, type Viewer } from './view/viewer.ts';
export { changeCharter, type CharterOutcome, type CharterWish } from './charter/change-charter.ts';
export { rulesIn } from './charter/charter-rules.ts';
export { foundPartnership, leaveCharter, signCharter } from './charter/members.ts';
export { closedBy, openSpans, type ZonedHours } from './charter/open-hours.ts';
export {
  confirmSchool,
  inviteSchool,
  isInvitationOpen,
  signInvitation,
  withdrawInvitation,
} from './charter/school-invitations.ts';
export { charterLines } from './charter/strictness.ts';
export { whatHolds, type ZonedRules } from './charter/what-holds.ts';
export {
  termReport,
  type MarkOfReport,
  type MonthOfReport,
  type TermFacts,
  type TermReport,
} from './safeguarding/term-report.ts';
export { countWaitingLong } from './safeguarding/waits-long.ts';
export { archiveStep } from './retention/archive-step.ts';
export { dayAround, minuteOfDay } from './charter/zone-clock.ts';
