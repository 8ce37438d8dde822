import { Schema } from 'mongoose';
import { makeItemSchema, makeSchema } from './make-schema.ts';

const rules = makeItemSchema({
  names: String,
  check: String,
  photos: String,
  hours: makeItemSchema({ from: Number, to: Number }),
  families: String,
  keepMonths: Number,
});

export const schoolShape = makeSchema({
  _id: String,
  name: String,
  shortName: String,
  place: String,
  country: String,
  timeZone: String,
  mark: String,
  languages: [String],
  rules,
  link: String,
  desk: makeItemSchema({ days: [Number], from: Number, to: Number, answerMinutes: Number, waitMinutes: Number }),
  words: makeItemSchema({ own: [String], off: [String] }),
  trustAfter: Number,
  factor: makeItemSchema({ of: String, from: Number, providerCounts: Boolean }),
  provider: makeItemSchema({ name: String, issuer: String, clientId: String, secretSealed: String }),
});

// What a line's value is depends on the line: a word, a number, hours or null.
const charterChange = makeItemSchema({ line: String, value: Schema.Types.Mixed });
const said = { school: String, by: String, at: Number };

export const partnershipShape = makeSchema(
  {
    _id: String,
    title: String,
    schools: [String],
    createdAt: Number,
    version: Number,
    charters: [makeItemSchema({ school: String, rules })],
    proposals: [makeItemSchema({ ...said, id: String, change: charterChange, agreed: [String] })],
    invitations: [
      makeItemSchema({
        ...said,
        id: String,
        hash: String,
        expiresAt: Number,
        signed: makeItemSchema({ ...said, rules }),
        confirmed: [String],
      }),
    ],
    history: [makeItemSchema({ ...said, act: String, change: charterChange, before: charterChange })],
  },
  [{ schools: 1 }],
);

export const staffShape = makeSchema(
  { _id: String, school: String, name: String, demo: Boolean, roles: [String], endedAt: Number },
  [{ school: 1 }],
);

export const classShape = makeSchema(
  { _id: String, school: String, name: String, codeSelector: String, codeSealed: String, pin: String, ages: String },
  [{ school: 1 }],
  [{ codeSelector: 1 }],
);

const consent = makeItemSchema({
  photoOnBoard: Boolean,
  photoToPartner: Boolean,
  publishWork: Boolean,
  nicknameOnPublished: Boolean,
});

export const pupilShape = makeSchema(
  { _id: String, nickname: String, classId: String, pinHash: String, consent, createdDay: String, suspendedAt: Number },
  [{ classId: 1 }],
);
