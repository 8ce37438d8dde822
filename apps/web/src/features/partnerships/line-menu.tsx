import type { CharterChange, CharterLine, SchoolRules } from '@bridgeboard/protocol';
import { useState } from 'react';
import type { ReactNode } from 'react';

import { Select } from '../../ui/select.tsx';
import type { CharterReading } from './charter-reading.ts';
import { choicesOf, keyOf } from './line-choices.ts';
import { lineOf, lineTitle, schoolValueWords } from './line-words.ts';
import { OtherHours } from './other-hours.tsx';
import { useSpeech } from './speech.ts';

/** No value is spelled like this. */
const otherKey = 'other';

type LineMenuProps = {
  readonly line: CharterLine;
  readonly rules: SchoolRules;
  readonly reading: CharterReading;
};

/** The own school's value of a line, to choose another one. */
export function LineMenu({ line, rules, reading }: LineMenuProps): ReactNode {
  const speech = useSpeech();
  const [isTyping, setTyping] = useState(false);
  const { own, onWish } = reading;
  const choices = choicesOf(line, rules);
  const options = choices.map(({ key, change }) => ({ value: key, label: schoolValueWords(change, own, speech) }));
  if (line === 'hours') options.push({ value: otherKey, label: speech.t('charter.hours.other') });
  function choose(change: CharterChange): void {
    setTyping(false);
    onWish?.({ set: change });
  }
  function handleChange(key: string): void {
    if (key === otherKey) setTyping(true);
    const choice = choices.find((one) => one.key === key);
    if (choice !== undefined) choose(choice.change);
  }
  return (
    <>
      <Select
        label={lineTitle(line, speech)}
        value={isTyping ? otherKey : keyOf(lineOf(rules, line))}
        options={options}
        onChange={handleChange}
        disabled={onWish === undefined}
      />
      {isTyping && (
        <OtherHours
          hours={rules.hours}
          onChosen={(value) => choose({ line: 'hours', value })}
          onCancel={() => setTyping(false)}
        />
      )}
    </>
  );
}
