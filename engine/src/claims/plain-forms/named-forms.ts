import type { Mention } from '../../mentions/mention.js';
import type { Terminology } from '../../terminology/terminology.js';
import { proseSpan } from '../../text/span.js';
import type { Element, SentenceElements } from '../sentences/elements.js';

/**
 * “Hyperparathyroidism has three forms. In the primary form …”: a form that is told by its rank is the one whose name
 * begins with it, where the text has just named what it is a form of. Every reader takes it for its name.
 */
export function withFormsNamed(
  sentence: SentenceElements,
  before: readonly SentenceElements[],
  terminology: Terminology,
): SentenceElements {
  const { elements } = sentence;
  let named: ReadonlySet<string> | undefined;
  const forms: Element[] = [];
  for (let at = 0; at < elements.length; at++) {
    const element = elements[at]!;
    const end = RANKS.has(element.norm) ? endOfForm(elements, at) : -1;
    named = end < 0 ? named : (named ?? namedIn([sentence, ...before]));
    const id = end < 0 ? undefined : formOf(element.norm, named!, terminology);
    if (id === undefined) forms.push(element);
    else {
      forms.push(formElement(sentence, at, end, id));
      at = end - 1;
    }
  }
  return forms.length === elements.length && forms.every((form, at) => form === elements[at])
    ? sentence
    : { ...sentence, elements: forms };
}

/** Whether a sentence may tell a form by its rank alone. */
export function mayRankForm({ elements }: SentenceElements): boolean {
  return elements.some(({ norm }, at) => RANKS.has(norm) && endOfForm(elements, at) > 0);
}

/** Index behind "primary form", or behind "Primary" where it labels what follows; -1 where it ranks something else. */
function endOfForm(elements: readonly Element[], at: number): number {
  const next = elements[at + 1];
  if (next !== undefined && FORMS.has(next.norm)) return at + 2;
  const isFirst = elements.slice(0, at).every(({ kind }) => kind === 'mark');
  return isFirst && (next === undefined || LABELS.has(next.norm)) ? at + 1 : -1;
}

function namedIn(sentences: readonly SentenceElements[]): ReadonlySet<string> {
  return new Set(sentences.flatMap(({ elements }) => elements.flatMap(({ mention }) => mention?.conceptId ?? [])));
}

/** The one form of that rank of what was named, or beside another form of it. */
function formOf(rank: string, named: ReadonlySet<string>, terminology: Terminology): string | undefined {
  const ranked = rankedForms(terminology);
  const wholes = new Set<string>();
  for (const id of named) {
    wholes.add(id);
    const own = ranked.find((form) => form.id === id);
    if (own !== undefined) for (const whole of own.wholes) wholes.add(whole);
  }
  const found = ranked.filter((form) => form.rank === rank && form.wholes.some((whole) => wholes.has(whole)));
  return found.length === 1 ? found[0]!.id : undefined;
}

interface RankedForm {
  readonly id: string;
  readonly rank: string;
  /** What it is a form of by its name: hyperparathyroidism. */
  readonly wholes: readonly string[];
}

function rankedForms(terminology: Terminology): readonly RankedForm[] {
  let forms = known.get(terminology);
  if (forms === undefined) {
    forms = terminology.compiled.concepts.flatMap(({ id }): readonly RankedForm[] => {
      const [rank = '', ...rest] = terminology.preferredTerm(id, 'us').toLowerCase().split(' ');
      const wholes = RANKS.has(rank) ? terminology.lookup(rest.join(' ')) : [];
      return wholes.length === 0 ? [] : [{ id, rank, wholes }];
    });
    known.set(terminology, forms);
  }
  return forms;
}

const known = new WeakMap<Terminology, readonly RankedForm[]>();

function formElement({ elements, block }: SentenceElements, at: number, end: number, conceptId: string): Element {
  const [first, last] = [elements[at]!, elements[end - 1]!];
  const span = proseSpan(first.span.start, last.span.end);
  const place = { block: block.index, sentence: 0, span, firstToken: first.firstToken, endToken: last.endToken };
  const mention: Mention = { ...place, conceptId, readings: [{ conceptId, variant: 0, form: 'base' }] };
  const { firstToken, endToken } = place;
  return { kind: 'mention', norm: first.norm, firstToken, endToken, span, mention, phrase: undefined, words: 0 };
}

const RANKS = new Set(['primary', 'secondary', 'tertiary']);
const FORMS = new Set('form type kind variety variant version stage one sort'.split(' '));
const LABELS = new Set([':', '.', '–', '—']);
