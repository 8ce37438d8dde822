import type { SchoolRules } from '@bridgeboard/protocol';

import type { Translate } from '../../i18n/translate.ts';
import type { Choice } from '../../ui/choice-field.tsx';
import { timeOf } from './read-fields.ts';

/** The rules that are one of a few words each. */
const choices = {
  names: ['pseudonym', 'nickname'],
  check: ['before', 'after'],
  photos: ['never', 'with-consent'],
  families: ['nothing', 'published'],
} as const satisfies { readonly [Rule in keyof SchoolRules]?: readonly SchoolRules[Rule][] };

export type ChosenRule = keyof typeof choices;

/** In the order in which they are read: who sees what, then when and how long. */
export const chosenRules = ['names', 'check', 'photos', 'families'] as const satisfies readonly ChosenRule[];

/** What a rule may be, the strictest first. */
export function choicesOf(rule: ChosenRule, t: Translate): Choice[] {
  switch (rule) {
    case 'names':
      return choices.names.map((value) => ({ value, label: t(`charter.names.${value}`) }));
    case 'check':
      return choices.check.map((value) => ({ value, label: t(`charter.check.${value}`) }));
    case 'photos':
      return choices.photos.map((value) => ({ value, label: t(`charter.photos.${value}`) }));
    case 'families':
      return choices.families.map((value) => ({ value, label: t(`charter.families.${value}`) }));
  }
}

/** "08:00–18:00", or any time. */
export function hoursWords(hours: SchoolRules['hours'], t: Translate): string {
  if (hours === null) return t('charter.hours.any');
  return `${timeOf(hours.from)}–${hours.to === 1_440 ? '24:00' : timeOf(hours.to)}`;
}
