import * as l10n from '@vscode/l10n';
import type { CompiledConcept, CompiledVariant, Engine, Locale } from '../../../engine/src/index.js';
import type { TermEntry } from '../../../protocol.js';
import { kindInWords } from './kind-titles.js';

/** A name that can be completed. */
export interface TermName {
  readonly conceptId: string;
  /** What is written. */
  readonly text: string;
  /** What the typed words are compared with: a name to be avoided leads to the one to write. */
  readonly matches: string;
  readonly lower: string;
  readonly preferred: boolean;
  readonly detail: string;
}

const known = new WeakMap<Engine, Map<Locale, readonly TermName[]>>();

/** All names that a writer of a house style may want, made once. */
export function termNames(engine: Engine, style: Locale): readonly TermName[] {
  const byStyle = known.get(engine) ?? new Map<Locale, readonly TermName[]>();
  known.set(engine, byStyle);
  const made = byStyle.get(style) ?? engine.terminology.compiled.concepts.flatMap((concept) => namesOf(concept, style));
  byStyle.set(style, made);
  return made;
}

/** Every concept, for looking up. */
export function termEntries(engine: Engine, style: Locale): readonly TermEntry[] {
  const entries = engine.terminology.compiled.concepts.map((concept) => ({
    conceptId: concept.id,
    label: concept.preferred[style],
    kind: kindInWords(concept.kind),
    otherNames: [...new Set(concept.variants.filter(isRight).map((variant) => variant.text))].filter(
      (text) => text !== concept.preferred[style],
    ),
  }));
  return entries.sort((a, b) => (a.label.toLowerCase() < b.label.toLowerCase() ? -1 : 1));
}

function namesOf(concept: CompiledConcept, style: Locale): TermName[] {
  const preferred = concept.preferred[style];
  const kind = kindInWords(concept.kind);
  const names: TermName[] = [nameOf(concept.id, preferred, preferred, kind)];
  for (const variant of concept.variants) {
    if (variant.text === preferred || (variant.locale !== undefined && variant.locale !== style)) continue;
    if (variant.status === 'preferred') continue;
    if (variant.status === 'deprecated') {
      names.push(
        nameOf(
          concept.id,
          variant.write ?? preferred,
          variant.text,
          l10n.t('{0}, in place of “{1}”', kind, variant.text),
        ),
      );
    } else if (isRight(variant)) {
      names.push({
        ...nameOf(concept.id, variant.text, variant.text, l10n.t('{0}, the same as {1}', kind, preferred)),
        preferred: false,
      });
    }
  }
  return names;
}

function nameOf(conceptId: string, text: string, matches: string, detail: string): TermName {
  return { conceptId, text, matches, lower: matches.toLowerCase(), preferred: text === matches, detail };
}

function isRight({ status }: CompiledVariant): boolean {
  return (
    status === 'preferred' ||
    status === 'admitted' ||
    status === 'lay' ||
    status === 'abbreviation' ||
    status === 'brand'
  );
}
