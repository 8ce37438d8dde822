import { classLimits, limits } from '@bridgeboard/domain';

import { requestsPerMinute } from '../../apps/server/src/http/rate-limit.ts';
import { outboxLimits } from '../../apps/server/src/realtime/outbox/outbox-limits.ts';

/** What each limit is about, and how the server answers beyond it. */
type Meaning = readonly [about: string, answer: string];

const ofOnePerson: Readonly<Record<keyof typeof limits.pupil, Meaning>> = {
  opsPerEdit: ['operations in an edit; more than 200 are no edit: BAD_MESSAGE', 'RATE for each one beyond'],
  editsPerSecond: ['edits a second', 'RATE'],
  editsBurst: ['edits at once', 'RATE'],
  opsPerSecond: ['operations a second', 'RATE'],
  opsBurst: ['operations at once', 'RATE'],
  presencePerSecond: ['places of the pointer a second', 'none: dropped'],
  recordBytes: ['bytes of a record', 'RECORD_TOO_BIG'],
  textLength: ['characters of a text', 'TEXT_TOO_LONG'],
  commentLength: ['characters of a comment', 'TEXT_TOO_LONG'],
  richTextNodes: ['nodes of a rich text', 'BAD_RICHTEXT'],
  ownRecords: ['own records on a board', 'QUOTA'],
  waitingCases: ['cases of one person that wait on a board', 'QUOTA'],
  pictureBytes: ['bytes of a picture that is uploaded', 'FILE_TOO_BIG'],
  picturesPerDay: ['pictures in 24 hours', 'PICTURES_TODAY'],
};

const ofARecord: Readonly<Record<keyof typeof limits.both, Meaning>> = {
  frameBytes: ['bytes of a message', 'TOO_BIG'],
  jsonDepth: ['levels of a message', 'TOO_DEEP'],
  keysPerObject: ['keys of an object', 'BAD_KEY'],
  coordinate: ['any number, either side of 0', 'OUT_OF_RANGE'],
  minSize: ['least width or height', 'OUT_OF_RANGE'],
  leastCrop: ['least part of a picture that a crop shows, either way', 'OUT_OF_RANGE'],
  size: ['most width or height', 'OUT_OF_RANGE'],
  minScale: ['least scale', 'OUT_OF_RANGE'],
  maxScale: ['most scale', 'OUT_OF_RANGE'],
  fontSize: ['adjusted size of letters', 'OUT_OF_RANGE'],
  penPressure: ['`z` of a point', 'OUT_OF_RANGE'],
  unbrokenRun: ['characters without a place where a line may break', 'TEXT_TOO_LONG'],
  richTextDepth: ['levels of a rich text', 'BAD_RICHTEXT'],
  strokePoints: ['points of a stroke', 'RECORD_TOO_BIG'],
  pointNameLength: ['characters of the name of a point of a line', 'BAD_RECORD'],
  orderKeyLength: ['characters of an order key', 'OUT_OF_RANGE'],
  parentDepth: ['levels of shapes within shapes', 'BAD_PARENT'],
  commentsOnPiece: ['comments of one person about one piece', 'QUOTA'],
  schoolRemarksOnPiece: ['comments and reactions of one school about one piece', 'QUOTA'],
  picturePixels: ['pixels of a picture', 'TOO_MANY_PIXELS'],
};

const ofABoard: Readonly<Record<keyof typeof limits.board, Meaning>> = {
  records: ['records, shared out equally between the schools', 'QUOTA'],
  bytes: ['bytes of all versions, shared out equally between the schools', 'QUOTA'],
  pages: ['pages', 'QUOTA'],
  people: ['sockets of people at work', 'BOARD_FULL'],
  viewers: ['sockets of viewers', 'BOARD_FULL'],
  opsPerSecond: ['operations a second of all together', 'RATE'],
  opsBurst: ['operations at once of all together', 'RATE'],
  pictureBytes: ['bytes of pictures in both sizes, shared out equally between the schools', 'QUOTA'],
};

const ofASchool: Readonly<Record<keyof typeof classLimits, Meaning>> = {
  classesPerSchool: ['classes', 'CLASSES_FULL'],
  pupilsPerClass: ['pupils in a class', 'CLASS_FULL'],
  nickname: ["characters of a pupil's name", 'TEXT_TOO_LONG'],
};

/** The limits that the server holds everybody to. */
export function limitsPage(): string {
  const { pupil, guest, staff, both, board } = limits;
  const { cut, allBytes } = outboxLimits;
  return [
    '# Limits',
    '',
    'Generated from `packages/domain/src/gate/limits.ts` and the server; do not edit. The rules behind them are in [the specification](../spec/limits.md).',
    '',
    '| of one person | pupil | guest who adds | staff | beyond it |',
    '|---|---|---|---|---|',
    ...rowsOf(
      ofOnePerson,
      (name) => `${pupil[name]} | ${guest[name]} | ${staff[name] === Infinity ? 'no limit' : staff[name]}`,
    ),
    `| HTTP requests a minute, by session | ${requestsPerMinute.pupil} | that of the network | ${requestsPerMinute.staff} | RATE |`,
    `| pictures fetched a minute, by session | ${requestsPerMinute.pictures} | that of the network | ${requestsPerMinute.pictures} | RATE |`,
    '',
    'They count for the person over all sockets and tabs, so a second connection brings nothing more. A refused edit costs nothing.',
    '',
    '| of a message or a record | | beyond it |',
    '|---|---|---|',
    ...rowsOf(ofARecord, (name) => String(both[name])),
    '',
    '| of a board | | beyond it |',
    '|---|---|---|',
    ...rowsOf(ofABoard, (name) => String(board[name])),
    '',
    '| of a school | | beyond it |',
    '|---|---|---|',
    ...rowsOf(ofASchool, (name) => String(classLimits[name])),
    '',
    '| of the server | | beyond it |',
    '|---|---|---|',
    '| sockets of one sign-in, of one network, in all | see [configuration](configuration.md) | BUSY |',
    `| what waits for one reader | ${cut.bytes} bytes or ${cut.packets} messages | SLOW_CONSUMER, after pointers and then frames were left out |`,
    `| what waits for all readers | ${allBytes} bytes | SLOW_CONSUMER for the slowest |`,
    `| HTTP requests a minute of one network, not signed in; a browser that is known by itself (SEC-30) | ${requestsPerMinute.network} | RATE |`,
    '',
  ].join('\n');
}

function rowsOf<Name extends string>(
  meanings: Readonly<Record<Name, Meaning>>,
  valueOf: (name: Name) => string,
): string[] {
  const names = Object.keys(meanings) as Name[];
  return names.map((name) => `| ${meanings[name][0]} | ${valueOf(name)} | ${meanings[name][1]} |`);
}
