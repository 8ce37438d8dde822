/** How much a school may keep of classes and pupils. */
export const classLimits = {
  classesPerSchool: 200,
  pupilsPerClass: 60,
  /** Characters of a pupil's name: a first name and an initial. */
  nickname: 30,
} as const;
