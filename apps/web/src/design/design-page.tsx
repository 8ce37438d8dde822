import type { ReactNode } from 'react';

import { LanguagePicker } from '../ui/language-picker.tsx';
import { TopBar, TopBarTitle } from '../ui/top-bar.tsx';
import { ButtonSamples } from './button-samples.tsx';
import { DrawingSamples } from './drawing-samples.tsx';
import { FieldSamples } from './field-samples.tsx';
import { FloatingSamples } from './floating-samples.tsx';
import styles from './design-page.module.css';
import { StateSamples } from './state-samples.tsx';
import { ThemePicker } from './theme-picker.tsx';
import { TokenSamples } from './token-samples.tsx';

/** Every control with its states, and every drawing: for whoever builds a page. Not in the product. */
export function DesignPage(): ReactNode {
  return (
    <>
      <TopBar
        start={<TopBarTitle>Design</TopBarTitle>}
        end={
          <>
            <ThemePicker />
            <LanguagePicker />
          </>
        }
      />
      <main id="main" className={styles.page}>
        <ButtonSamples />
        <FieldSamples />
        <StateSamples />
        <FloatingSamples />
        <DrawingSamples />
        <TokenSamples />
      </main>
    </>
  );
}
