import { protocolVersion } from '@bridgeboard/protocol';

const board = 'q3Jf0b1xQm2c9TtVw8sZ4A';
const client = 'b7fK2mQ9xLr4Tz1wVn8c';
const run = 'V0aXk3Lr9uQpTn2eYc6dJw';

/** A pupil's sticky note as it travels. */
export const note = {
  id: 'shape:Xk3mQ9rT1zVw8sLp0bYc4',
  typeName: 'shape',
  type: 'note',
  x: 120,
  y: 80,
  rotation: 0,
  index: 'a1V',
  parentId: 'page:page',
  isLocked: false,
  opacity: 1,
  meta: {},
  props: {
    color: 'yellow',
    labelColor: 'black',
    size: 'm',
    font: 'draw',
    align: 'middle',
    verticalAlign: 'middle',
    growY: 0,
    fontSizeAdjustment: 0,
    url: '',
    scale: 1,
    richText: {
      type: 'doc',
      content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Kingfishers live here!' }] }],
    },
  },
};

/** The beginning of a stroke. */
export const pen = {
  id: 'shape:Zk3mQ9rT1zVw8sLp0bYc4',
  typeName: 'shape',
  type: 'draw',
  x: 40,
  y: 60,
  rotation: 0,
  index: 'a2V',
  parentId: 'page:page',
  isLocked: false,
  opacity: 1,
  meta: {},
  props: {
    segments: [
      {
        type: 'free',
        points: [
          { x: 0, y: 0, z: 0.5 },
          { x: 1.25, y: -0.5, z: 0.5 },
        ],
      },
    ],
    color: 'black',
    fill: 'none',
    dash: 'draw',
    size: 'm',
    isComplete: false,
    isClosed: false,
    isPen: false,
    scale: 1,
  },
};

const leeds = {
  id: 'riverside-school-01',
  name: 'Riverside Primary',
  shortName: 'Riverside',
  place: 'Leeds',
  country: 'GB',
  timeZone: 'Europe/London',
  mark: 'a',
};
const kano = {
  id: 'al-noor-school-01',
  name: 'Al-Noor School',
  shortName: 'Al-Noor',
  place: 'Kano',
  country: 'NG',
  timeZone: 'Africa/Lagos',
  mark: 'b',
};
const stamp = { by: '0.17', reach: 'held', at: 1_795_000_000_000 };
const refusal = {
  code: 'RATE',
  message: 'That was a lot at once. We will try again in a moment.',
  retryable: true,
  requestId: 'h5Zr2k',
  retryAfterMs: 400,
  seq: 8,
};

/** One example of each message, checked against its schema whenever the reference is made. */
export const socketExamples = {
  join: {
    protocol: protocolVersion,
    board,
    client,
    resume: { epoch: 'E1p9', viewRun: run, viewSeq: 41, check: '1k3v8zq' },
  },
  edit: { client, seq: 8, move: [216.5, 92], ops: [{ op: 'create', record: note }] },
  presence: { page: 'page:page', x: 212.5, y: 90, busy: false, selection: [], viewport: [-40, -120, 1280, 720] },
  move: [216.5, 92],
  joined: {
    board: { id: board, title: 'Our rivers', schools: [leeds, kano] },
    you: { key: '0.17', label: 'Oliver H.', school: leeds.id, role: 'pupil' },
    cursor: 'c9TtVw8sZ4A',
    epoch: 'E1p9',
    viewRun: run,
    viewSeq: 44,
    resume: 'frames',
    takenSeq: 7,
  },
  frame: {
    seq: 42,
    patch: {
      set: [
        {
          id: 'shape:Yk3mQ9rT1zVw8sLp0bYc4',
          fields: { x: 300 },
          stamp: { at: 1_795_000_000_000 },
        },
      ],
      pens: [[3, 'shape:Zk3mQ9rT1zVw8sLp0bYc4']],
      grow: [
        [3, 125, -50, 0, 110, -42, 0],
        [2, -300, 12, 0],
      ],
      authors: [{ key: '1.62', label: 'Kano 62', school: kano.id, role: 'pupil' }],
    },
    pointers: [{ n: 4, key: 'Tn2eYc6dJw', by: '1.62', page: 'page:page', x: 304, y: 96 }],
    moves: [0, 12, -3, 2, 0, 7],
    gone: [1],
  },
  private: {
    seq: 3,
    own: {
      put: [{ record: note, stamp }],
      cases: [
        {
          id: 'case-4Tz1',
          by: '0.17',
          page: 'page:page',
          records: [note.id],
          status: 'waiting',
          openedAt: 1_795_000_000_000,
          changedAt: 1_795_000_000_000,
        },
      ],
    },
    answers: [{ client, seq: 8 }],
    you: { frozen: false, level: 'own' },
  },
  refused: refusal,
  resync: { epoch: 'E1p9', viewRun: run, viewSeq: 0 },
  ended: {
    code: 'SESSION_ENDED',
    message: 'You are signed out. What you made is safe.',
    retryable: false,
    requestId: 'h5Zr2m',
  },
} as const;
