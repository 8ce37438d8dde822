import {
  noFactorRule,
  strictRules,
  usualDesk,
  usualTrustAfter,
  usualWords,
  type Consent,
  type School,
} from '@bridgeboard/protocol';

/** A school of the demo with its people. The names are made up. */
export interface DemoSchool {
  /** How the drawings call it. */
  readonly key: 'riverside' | 'alnoor';
  readonly school: Omit<School, 'id'>;
  readonly staff: { readonly name: string; readonly email: string };
  readonly className: string;
  readonly pupils: readonly string[];
}

/** Two schools in two countries and time zones. */
export const demoSchools: readonly [DemoSchool, DemoSchool] = [
  {
    key: 'riverside',
    school: {
      name: 'Riverside Primary',
      shortName: 'Riverside',
      place: 'Leeds',
      country: 'GB',
      timeZone: 'Europe/London',
      mark: 'a',
      languages: ['en'],
      rules: strictRules,
      link: 'good',
      desk: usualDesk,
      words: usualWords,
      trustAfter: usualTrustAfter,
      factor: noFactorRule,
      provider: null,
    },
    staff: { name: 'Ms Reed', email: 'ms.reed@riverside.example' },
    className: '5B',
    pupils: [
      'Amelia R.',
      'Aryan S.',
      'Freya D.',
      'Harry G.',
      'Isla W.',
      'Jake T.',
      'Mia P.',
      'Oliver H.',
      'Ruby L.',
      'Zainab K.',
    ],
  },
  {
    key: 'alnoor',
    school: {
      name: 'Al-Noor School',
      shortName: 'Al-Noor',
      place: 'Kano',
      country: 'NG',
      timeZone: 'Africa/Lagos',
      mark: 'b',
      languages: ['en', 'ha', 'ar'],
      rules: strictRules,
      link: 'good',
      desk: usualDesk,
      words: usualWords,
      trustAfter: usualTrustAfter,
      factor: noFactorRule,
      provider: null,
    },
    staff: { name: 'Mr Bello', email: 'mr.bello@al-noor.example' },
    className: 'JSS1',
    pupils: [
      'Aisha M.',
      'Amina K.',
      'Fatima S.',
      'Hauwa D.',
      'Ibrahim A.',
      'Maryam T.',
      'Musa B.',
      'Sani Y.',
      'Umar G.',
      'Zahra U.',
    ],
  },
];

/** The demo's families agreed that work is shown, without names. */
export const demoConsent: Consent = {
  photoOnBoard: true,
  photoToPartner: true,
  publishWork: true,
  nicknameOnPublished: false,
};
