import { bareCode, caretAfter, codeLength, findCode, writeCode } from './class-code-text.ts';
import { prefetchWhenIdle } from './prefetch.ts';
import { takeCodeFromAddress } from './take-code-from-address.ts';

// A code in the address goes before anything else: no history, no referrer, no shoulder may keep it.
const scanned = takeCodeFromAddress(location, history);

/** Puts the dash in as the child types, in capitals, with the caret where it was. */
function keepInShape(field: HTMLInputElement): void {
  field.addEventListener('input', (event) => {
    if (event instanceof InputEvent && event.isComposing) return;
    const caret = caretAfter(field.value.slice(0, field.selectionStart ?? field.value.length));
    const shaped = writeCode(field.value);
    if (shaped === field.value) return;
    field.value = shaped;
    field.setSelectionRange(caret, caret);
  });
}

/** A pasted "Class code: kfpr 7m4t" keeps only the code. */
function takePaste(field: HTMLInputElement): void {
  field.addEventListener('paste', (event) => {
    const code = findCode(event.clipboardData?.getData('text') ?? '');
    if (code === undefined) return;
    event.preventDefault();
    field.value = writeCode(code);
  });
}

/** Says at once that letters are missing, instead of sending half a code. */
function askForWholeCode(form: HTMLFormElement, field: HTMLInputElement): void {
  const problem = form.querySelector<HTMLElement>('[data-code-short]');
  form.addEventListener('submit', (event) => {
    if (bareCode(field.value).length === codeLength || problem === null) return;
    event.preventDefault();
    problem.textContent = problem.dataset['codeShort'] ?? '';
    field.setAttribute('aria-invalid', 'true');
    field.focus();
  });
}

function enhance(): void {
  const form = document.querySelector<HTMLFormElement>('form[data-class-code]');
  const field = form?.querySelector<HTMLInputElement>('input[name="code"]');
  if (form === null || field === null || field === undefined) return;
  keepInShape(field);
  takePaste(field);
  askForWholeCode(form, field);
  if (scanned !== undefined) {
    field.value = writeCode(scanned);
    form.querySelector('button')?.focus();
  }
  prefetchWhenIdle(form.dataset['prefetch'] ?? '');
}

enhance();
