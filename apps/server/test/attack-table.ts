import { limits } from '@bridgeboard/domain';
import type { BoardRecord, ErrorCode, Json } from '@bridgeboard/protocol';
import { binding, comment, image, page, reaction, recordIdOf, richText, shape } from '@bridgeboard/testkit';

/** Something one operation tries, by whom, and the code it is refused with, alone. */
export interface Attack {
  readonly rule: string;
  readonly name: string;
  readonly code: ErrorCode;
  readonly by: 'pupil' | 'staff';
  readonly op: unknown;
}

/** On the board before every attack: the pupil's own, the teacher's, and what a pupil of the other school keeps back. */
export const standing = {
  own: shape('note', 'own'),
  stroke: shape('draw', 'stroke'),
  ownFrame: shape('frame', 'ownframe'),
  teachers: shape('frame', 'teachers'),
  geo: shape('geo', 'others'),
  hidden: shape('note', 'hidden'),
  liked: reaction('liked', recordIdOf('shape', 'own')),
  said: comment('said', recordIdOf('shape', 'others')),
} as const;

const create = (record: BoardRecord): object => ({ op: 'create', record });
const update = (id: string, set: Readonly<Record<string, unknown>>): object => ({ op: 'update', id, set });
const words = (count: number): Json => richText('word '.repeat(count / 5));
const doc = (node: Json): Json => ({ type: 'doc', content: [node] });
const paragraphs = (count: number): Json => ({ type: 'doc', content: Array(count).fill({ type: 'paragraph' }) });
const points = (count: number): Json => [
  { type: 'free', points: Array.from({ length: count }, (_, at) => ({ x: at % 9, y: 0, z: 0.5 })) },
];
const { own, stroke, ownFrame, teachers, geo, hidden, liked, said } = standing;

function rows(rule: string, code: ErrorCode, tries: Readonly<Record<string, unknown>>): Attack[] {
  return Object.entries(tries).map(([name, op]) => ({ rule, name, code, by: 'pupil' as const, op }));
}

/** The attacks of the table SEC-10 to SEC-22 that a socket can carry, and each code that one operation can get. */
export const attacks: readonly Attack[] = [
  ...rows('SEC-10', 'FORBIDDEN_FIELD', {
    'a status': create({ ...shape('note', 'status'), status: 'approved' }),
    'an author': create({ ...shape('note', 'author'), authorId: 'somebody' }),
    'a school': create({ ...shape('note', 'school'), schoolId: 'another' }),
    'who approved it': create({ ...shape('note', 'approved'), approvedBy: 'me' }),
    'when it was made': update(own.id, { createdAt: 0 }),
    'something in meta': create({ ...shape('note', 'meta'), meta: { status: 'approved' } }),
    'a lock': update(own.id, { isLocked: true }),
    'a new type': update(own.id, { type: 'frame' }),
  }),
  ...rows('SEC-11', 'NO_SUCH_RECORD', {
    'changing what is hidden': update(hidden.id, { x: 1 }),
    'deleting what is hidden': { op: 'delete', id: hidden.id },
    'drawing on in what is hidden': { op: 'append', id: hidden.id, at: 2, points: [1, 1, 0] },
    'changing what never was': update(recordIdOf('shape', 'never'), { x: 1 }),
  }),
  ...rows('SEC-11', 'BAD_ID', {
    'the id of what is hidden': create({ ...hidden }),
    'the id of what is there': create({ ...own }),
    'an id of another form': create({ ...shape('note', 'x'), id: 'shape:short' }),
  }),
  ...rows('SEC-13', 'BAD_KEY', {
    'a prototype in a record': create(JSON.parse(`{"__proto__":{"x":1},"id":"${recordIdOf('shape', 'p')}"}`) as never),
    'a prototype in its props': update(own.id, { 'props.__proto__': { polluted: 1 } }),
    'a constructor in meta': update(own.id, { meta: { constructor: 1 } }),
    'two hundred and one keys': update(own.id, {
      meta: Object.fromEntries(Array.from({ length: 201 }, (_, at) => [`k${at}`, 1])),
    }),
  }),
  ...rows('SEC-14', 'BAD_JSON', { 'half a character': update(own.id, { 'props.richText': richText('\ud800') }) }),
  ...rows('SEC-15', 'OUT_OF_RANGE', {
    'a place that loses the board': update(own.id, { x: 1e308 }),
    'a width of nothing': create(shape('geo', 'thin', { 'props.w': 1e-300 })),
    'a width beyond all': create(shape('geo', 'wide', { 'props.w': 1e308 })),
    'a scale of nothing': create(shape('note', 'scale', { 'props.scale': 0 })),
    'one beyond the limit': create(shape('note', 'beyond', { x: limits.both.coordinate + 1 })),
  }),
  ...rows('SEC-16', 'TEXT_TOO_LONG', {
    'a text one word too long': update(own.id, { 'props.richText': words(limits.pupil.textLength + 5) }),
    'a run without a break': update(own.id, { 'props.richText': richText('x'.repeat(limits.both.unbrokenRun + 1)) }),
    'a name without a break': create(shape('frame', 'name', { 'props.name': 'x'.repeat(10_000) })),
    'ten thousand of one family': update(own.id, { 'props.richText': richText('👩‍👩‍👧'.repeat(1_000)) }),
  }),
  ...rows('SEC-16', 'RECORD_TOO_BIG', {
    'a record too big for a pupil': update(own.id, { 'props.richText': words(limits.pupil.recordBytes + 5) }),
    'a stroke with one point too many': create(
      shape('draw', 'long', { 'props.segments': points(limits.both.strokePoints + 1) }),
    ),
  }),
  ...rows('SEC-17', 'BAD_PARENT', {
    'a thing within itself': update(ownFrame.id, { parentId: ownFrame.id }),
    'a parent that never was': create(shape('note', 'lost', { parentId: recordIdOf('shape', 'never') })),
    'a parent that is hidden': create(shape('note', 'lost2', { parentId: hidden.id })),
    'a parent that holds nothing': update(own.id, { parentId: stroke.id }),
  }),
  ...rows('SEC-18', 'BAD_RICHTEXT', {
    'an unknown node': update(own.id, { 'props.richText': doc({ type: 'script' }) }),
    'an unknown mark': update(own.id, {
      'props.richText': doc({ type: 'paragraph', content: [{ type: 'text', text: 'x', marks: [{ type: 'evil' }] }] }),
    }),
    'one node too many': update(own.id, { 'props.richText': paragraphs(limits.pupil.richTextNodes + 1) }),
  }),
  ...rows('SEC-21', 'BAD_ASSET', {
    'a picture that nobody uploaded': create(image('nobodys', recordIdOf('asset', 'never'))),
    'a picture without one': create(shape('image', 'empty')),
    'bytes of another host': create({
      ...shape('note', 'asset'),
      id: recordIdOf('page', 'asset').replace('page:', 'asset:'),
      typeName: 'asset',
      type: 'image',
      props: { src: 'https://evil.example/pixel.gif' },
    }),
  }),
  ...['embed', 'bookmark', 'video', 'custom'].flatMap((type) =>
    rows('SEC-22', 'NOT_SUPPORTED', { [`a shape of type ${type}`]: create({ ...shape('note', type), type }) }),
  ),
  ...rows('SEC-22', 'NOT_SUPPORTED', {
    'an address in a note': update(own.id, { 'props.url': 'https://evil.example' }),
  }),
  ...rows('P6', 'NOT_YOURS', {
    "changing a teacher's frame": update(teachers.id, { x: 9 }),
    "deleting another pupil's work": { op: 'delete', id: geo.id },
  }),
  ...rows('CO2', 'NO_SUCH_RECORD', {
    'a comment about what is hidden': create(comment('c1', hidden.id)),
    'a comment about what never was': create(comment('c2', recordIdOf('shape', 'never'))),
  }),
  ...rows('CO2', 'BAD_RECORD', { 'a comment about a page': create(comment('c3', 'page:page')) }),
  ...rows('CO4', 'NOT_YOURS', { 'other words for a teacher': update(said.id, { text: 'I am stupid' }) }),
  ...rows('CO4', 'FORBIDDEN_FIELD', {
    'another piece for a reaction': update(liked.id, { about: geo.id }),
    'words in a reaction': create({ ...reaction('r1', geo.id), text: 'call me' }),
  }),
  ...rows('CO7', 'BAD_RECORD', {
    'a sign of one’s own': create({ ...reaction('r2', geo.id), sign: 'call me' }),
    'a comment without words': create(comment('c4', own.id, ' \n')),
  }),
  ...rows('CO7', 'TEXT_TOO_LONG', { 'a long comment': create(comment('c5', own.id, 'word '.repeat(101))) }),
  ...rows('CO7', 'REACTED_ALREADY', { 'the same sign twice': create(reaction('r3', own.id)) }),
  ...rows('P17', 'FORBIDDEN', {
    'a page': create(page('mine')),
    'renaming the board': update('document:document', { name: 'x' }),
  }),
  ...rows('P34', 'BAD_MESSAGE', {
    'an unknown operation': { op: 'fly', id: own.id },
    'no operation': null,
    'a number': 7,
  }),
  ...rows('P34', 'BAD_RECORD', {
    'a colour that is none': update(own.id, { 'props.color': 'infrared' }),
    'a property that is none': update(own.id, { 'props.evil': 1 }),
    'a text in place of a number': update(own.id, { x: 'left' }),
  }),
  ...rows('RT6', 'CHANGED', {
    'points that begin elsewhere': { op: 'append', id: stroke.id, at: 99, points: [1, 1, 0] },
  }),
  ...rows('P12', 'NO_SUCH_RECORD', {
    'a binding to what is hidden': create(binding('to-hidden', { arrow: recordIdOf('shape', 'arrow'), to: hidden.id })),
  }),
  { rule: 'P17', name: 'the last page', code: 'LAST_PAGE', by: 'staff', op: { op: 'delete', id: 'page:page' } },
];
