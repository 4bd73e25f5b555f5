import { pluralTerms } from '../language/inflect.js';
import { toAmerican, toBritish } from '../language/spelling-twins.js';
import { normalizePhrase } from '../language/tokenize.js';
import type {
  CompiledConcept,
  CompiledConfusion,
  CompiledEponym,
  CompiledPhrase,
  CompiledVariant,
  CompiledWording,
  PhraseTarget,
} from './compiled.js';
import type { Locale } from './source-format.js';

/** Kinds whose names are counted; drugs, substances and the like have no plural that names them. */
const COUNTED = new Set([
  'disease',
  'type',
  'form',
  'process',
  'sign',
  'symptom',
  'lab-finding',
  'cause',
  'complication',
  'procedure',
  'device',
  'drug-class',
  'anatomy',
  'protein',
  'lab-test',
  'imaging',
  'stain',
  'profession',
]);

/** Every form of every name, as it may be met in text: inflected, in both spellings, with any hyphenation. */
export function phrasesOf(
  concepts: readonly CompiledConcept[],
  wordings: readonly CompiledWording[],
  confusions: readonly CompiledConfusion[],
  eponyms: readonly CompiledEponym[],
): CompiledPhrase[] {
  const targets = new Map<string, PhraseTarget[]>();
  const add = (text: string, target: PhraseTarget): void => {
    const key = normalizePhrase(text);
    if (key === '') return;
    const known = targets.get(key);
    if (known === undefined) targets.set(key, [target]);
    else if (!known.some((other) => sameTarget(other, target))) known.push(target);
  };
  concepts.forEach((concept, index) => {
    // Names as written win over forms that were made from other names of the same concept.
    for (const pass of ['written', 'made'] as const) {
      concept.variants.forEach((variant, position) => {
        if (pass === 'written') {
          add(variant.text, {
            is: 'variant',
            concept: index,
            variant: position,
            form: 'base',
            ...(variant.locale === undefined ? {} : { locale: variant.locale }),
          });
        } else {
          for (const made of madeForms(variant, concept)) {
            add(made.text, {
              is: 'variant',
              concept: index,
              variant: position,
              form: made.form,
              ...(made.locale === undefined ? {} : { locale: made.locale }),
            });
          }
        }
      });
    }
  });
  wordings.forEach((wording, index) =>
    wording.phrases.forEach((phrase) => add(phrase, { is: 'wording', wording: index })),
  );
  confusions.forEach((confusion, index) =>
    confusion.written.forEach((written, part) =>
      add(written.text, { is: 'confusion', confusion: index, written: part }),
    ),
  );
  eponyms.forEach((eponym, index) => {
    eponym.nouns.forEach((noun, part) => {
      for (const name of [eponym.name, `${eponym.name}s`]) {
        add(`${name} ${noun}`, { is: 'eponym', eponym: index, noun: part });
      }
    });
  });
  return [...targets].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, found]) => ({ key, targets: found }));
}

interface MadeForm {
  readonly text: string;
  readonly form: 'base' | 'plural';
  readonly locale?: Locale;
}

function madeForms(variant: CompiledVariant, concept: CompiledConcept): MadeForm[] {
  const forms: MadeForm[] = [];
  const counted = COUNTED.has(concept.kind) || variant.status === 'abbreviation';
  if (counted) {
    for (const plural of variant.status === 'abbreviation' ? [`${variant.text}s`] : pluralTerms(variant.text)) {
      forms.push({ text: plural, form: 'plural', ...(variant.locale === undefined ? {} : { locale: variant.locale }) });
    }
  }
  if (variant.status === 'abbreviation' || variant.status === 'brand') return forms;
  for (const base of [{ text: variant.text, form: 'base' as const }, ...forms]) {
    const british = respell(base.text, toBritish);
    if (british !== undefined) forms.push({ text: british, form: base.form, locale: 'uk' });
    const american = respell(base.text, toAmerican);
    if (american !== undefined) forms.push({ text: american, form: base.form, locale: 'us' });
  }
  return forms;
}

function respell(text: string, twin: (word: string) => string | undefined): string | undefined {
  let changed = false;
  const respelled = text.replace(/[\p{L}]+/gu, (word) => {
    const other = twin(word);
    if (other === undefined) return word;
    changed = true;
    return other;
  });
  return changed ? respelled : undefined;
}

/** One concept is one reading: a second form of the same concept under the same key adds nothing. */
function sameTarget(a: PhraseTarget, b: PhraseTarget): boolean {
  if (a.is !== b.is) return false;
  if (a.is === 'variant' && b.is === 'variant') return a.concept === b.concept;
  return JSON.stringify(a) === JSON.stringify(b);
}
