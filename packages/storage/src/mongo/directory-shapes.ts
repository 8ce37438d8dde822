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
});

export const partnershipShape = makeSchema({ _id: String, title: String, schools: [String], createdAt: Number }, [
  { schools: 1 },
]);

export const staffShape = makeSchema({ _id: String, school: String, name: String, demo: Boolean, roles: [String] }, [
  { school: 1 },
]);

export const classShape = makeSchema(
  { _id: String, school: String, name: String, codeSelector: String, codeSealed: String },
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
  { _id: String, nickname: String, classId: String, pinHash: String, consent, createdDay: String },
  [{ classId: 1 }],
);
