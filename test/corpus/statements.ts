/**
 * Statements of ours by form, relation and attribution, each false one beside a right one that looks like it. They are
 * put together, so that a form is tried with every subject: what is read in one wording must be read in all.
 */
export interface Statement {
  /** `class: such as`, `type: heading`, `not the writer's: question`. */
  readonly form: string;
  readonly text: string;
  readonly wrong: boolean;
}

interface Medicine {
  readonly name: string;
  /** Its class, and one that it does not belong to: one, several, and a true member. */
  readonly right: readonly [one: string, several: string, member: string];
  readonly wrong: readonly [one: string, several: string, member: string];
}

const MEDICINES: readonly Medicine[] = [
  medicine(
    'warfarin',
    ['anticoagulant', 'anticoagulants', 'apixaban'],
    ['calcium channel blocker', 'calcium channel blockers', 'diltiazem'],
  ),
  medicine(
    'sevelamer',
    ['phosphate binder', 'phosphate binders', 'lanthanum'],
    ['antibiotic', 'antibiotics', 'minocycline'],
  ),
  medicine(
    'prednisone',
    ['corticosteroid', 'corticosteroids', 'dexamethasone'],
    ['nonsteroidal anti-inflammatory drug', 'NSAIDs', 'ibuprofen'],
  ),
  medicine(
    'diltiazem',
    ['calcium channel blocker', 'calcium channel blockers', 'verapamil'],
    ['anticoagulant', 'anticoagulants', 'warfarin'],
  ),
  medicine('alendronate', ['bisphosphonate', 'bisphosphonates', 'pamidronate'], ['statin', 'statins', 'atorvastatin']),
  medicine(
    'minocycline',
    ['antibiotic', 'antibiotics', 'doxycycline'],
    ['bisphosphonate', 'bisphosphonates', 'etidronate'],
  ),
  medicine(
    'infliximab',
    ['TNF inhibitor', 'TNF inhibitors', 'etanercept'],
    ['corticosteroid', 'corticosteroids', 'prednisone'],
  ),
  medicine(
    'ibuprofen',
    ['nonsteroidal anti-inflammatory drug', 'NSAIDs', 'naproxen'],
    ['corticosteroid', 'corticosteroids', 'dexamethasone'],
  ),
];

function medicine(name: string, right: Medicine['right'], wrong: Medicine['wrong']): Medicine {
  return { name, right, wrong };
}

type ClassForm = (drug: string, one: string, several: string, member: string) => string;

const CLASS_FORMS: Readonly<Record<string, ClassForm>> = {
  'is a': (drug, one) => `${cap(drug)} is ${an(one)}.`,
  'is one of the': (drug, _one, several) => `${cap(drug)} is one of the ${several}.`,
  'belongs to': (drug, _one, several) => `${cap(drug)} belongs to the ${several}.`,
  'counts as': (drug, one) => `${cap(drug)} counts as ${an(one)}.`,
  'is classed as': (drug, one) => `${cap(drug)} is classed as ${an(one)}.`,
  'is a type of': (drug, one) => `${cap(drug)} is a type of ${one}.`,
  'a group called': (drug, _one, several) => `${cap(drug)} is in a group of medicines called ${several}.`,
  'a group known as': (drug, _one, several) => `A group of drugs known as ${several} includes ${drug}.`,
  'apposition behind': (drug, one) => `${cap(drug)}, ${an(one)}, has been tried.`,
  'apposition before': (drug, one) => `The ${one} ${drug} has been tried.`,
  'which is': (drug, one) => `${cap(drug)}, which is ${an(one)}, has been tried.`,
  'in brackets': (drug, one) => `${cap(drug)} (${an(one)}) has been tried.`,
  'such as': (drug, _one, several) => `${cap(several)} such as ${drug} have been tried.`,
  'such as, one of two': (drug, _one, several, member) =>
    `${cap(several)} such as ${member} and ${drug} have been tried.`,
  like: (drug, _one, several) => `${cap(several)} like ${drug} have been tried.`,
  including: (drug, _one, several, member) => `${cap(several)}, including ${member} and ${drug}, have been tried.`,
  'e.g.': (drug, _one, several) => `${cap(several)} (e.g., ${drug}) have been tried.`,
  'for example': (drug, _one, several) => `${cap(several)}, for example ${drug}, have been tried.`,
  'among them': (drug, _one, several, member) =>
    `Several ${several}, among them ${drug} and ${member}, have been tried.`,
  'and other': (drug, _one, several) => `${cap(drug)} and other ${several} have been tried.`,
  'list in brackets': (drug, _one, several, member) => `${cap(several)} (${member}, ${drug}) have been tried.`,
  'bold entry': (drug, _one, several, member) =>
    `Medicines that have been tried:\n\n- **${cap(several)}:** ${member}, ${drug}`,
  'entry with a dash': (drug, one) => `Medicines that have been tried:\n\n- ${cap(drug)} – ${an(one)}`,
  'lead-in of a list': (drug, _one, several, member) => `These ${several} have been tried:\n\n- ${member}\n- ${drug}`,
  heading: (drug, _one, several, member) => `## ${cap(several)}\n\n- ${cap(member)}\n- ${cap(drug)}`,
  'table by class': (drug, _one, several) => `| Class | Medicine |\n| --- | --- |\n| ${cap(several)} | ${drug} |`,
  'table by medicine': (drug, one) => `| Medicine | What it is |\n| --- | --- |\n| ${cap(drug)} | ${an(one)} |`,
  'carried on by it': (drug, one) => `Your doctor may prescribe ${drug}. It is ${an(one)}.`,
  'carried on by this medicine': (drug, one) => `Your doctor may prescribe ${drug}. This medicine is ${an(one)}.`,
  'as a': (drug, one) => `As ${an(one)}, ${drug} has been tried.`,
};

interface TypeFact {
  readonly subject: string;
  readonly right: string;
  readonly wrong: string;
}

const CAUSES: readonly TypeFact[] = [
  { subject: 'dystrophic calcinosis', right: 'dermatomyositis', wrong: 'kidney failure' },
  { subject: 'dystrophic calcification', right: 'tissue damage', wrong: 'hyperparathyroidism' },
  { subject: 'metastatic calcinosis', right: 'kidney failure', wrong: 'tissue damage' },
  { subject: 'metastatic calcification', right: 'hyperparathyroidism', wrong: 'scleroderma' },
];

const CAUSE_FORMS: Readonly<Record<string, (type: string, cause: string) => string>> = {
  'is caused by': (type, cause) => `${cap(type)} is caused by ${cause}.`,
  'is due to': (type, cause) => `${cap(type)} is due to ${cause}.`,
  'results from': (type, cause) => `${cap(type)} results from ${cause}.`,
  causes: (type, cause) => `${cap(cause)} causes ${type}.`,
  'leads to': (type, cause) => `${cap(cause)} often leads to ${type}.`,
  'a common cause of': (type, cause) => `A common cause of ${type} is ${cause}.`,
  'the cause of': (type, cause) => `${cap(cause)} is a common cause of ${type}.`,
  heading: (type, cause) => `## ${cap(type)}\n\nThis type is caused by ${cause}.`,
  'heading with a list': (type, cause) => `## Causes of ${type}\n\n- ${cap(cause)}`,
  'lead-in of a list': (type, cause) => `${cap(type)} can be caused by:\n\n- ${cause}`,
  'bold entry': (type, cause) => `- **${cap(type)}:** caused by ${cause}`,
  'table by type': (type, cause) => `| Type | Cause |\n| --- | --- |\n| ${cap(type)} | ${cap(cause)} |`,
  'table by question': (type, cause) => `| | ${cap(type)} |\n| --- | --- |\n| Cause | ${cap(cause)} |`,
  'carried on': (type, cause) => `Doctors speak of ${type}. It is caused by ${cause}.`,
  'which is caused by': (type, cause) => `${cap(type)}, which is caused by ${cause}, is described below.`,
};

const LEVELS: readonly TypeFact[] = [
  { subject: 'dystrophic calcinosis', right: 'normal', wrong: 'high' },
  { subject: 'dystrophic calcification', right: 'normal', wrong: 'raised' },
  { subject: 'idiopathic calcinosis', right: 'normal', wrong: 'elevated' },
  { subject: 'metastatic calcification', right: 'high', wrong: 'normal' },
];

const LEVEL_FORMS: Readonly<Record<string, (type: string, level: string) => string>> = {
  'in …, blood calcium is': (type, level) => `In ${type}, blood calcium and phosphate are ${level}.`,
  'with … levels': (type, level) => `${cap(type)} happens with ${level} blood levels of calcium and phosphate.`,
  heading: (type, level) => `## ${cap(type)}\n\nThe levels of calcium and phosphate in the blood are ${level}.`,
  'bold entry': (type, level) => `- **${cap(type)}:** calcium and phosphate in the blood are ${level}.`,
  'table by type': (type, level) =>
    `| Type | Blood calcium and phosphate |\n| --- | --- |\n| ${cap(type)} | ${cap(level)} |`,
  'table by question': (type, level) =>
    `| | ${cap(type)} |\n| --- | --- |\n| Blood calcium and phosphate | ${cap(level)} |`,
  'carried on': (type, level) =>
    `Doctors also speak of ${type}. In these cases, calcium and phosphate in the blood are ${level}.`,
  'people with': (type, level) => `People with ${type} have ${level} levels of calcium and phosphate in the blood.`,
};

/** Said so, a false statement is nobody's or somebody else's. */
const NOT_THE_WRITERS: Readonly<Record<string, (statement: string) => string>> = {
  'it is not true that': (s) => `It is not true that ${s}.`,
  'it is wrong that': (s) => `It is wrong to say that ${s}.`,
  'a common mistake': (s) => `It is a common mistake that ${s}.`,
  'some believe': (s) => `Many people wrongly believe that ${s}.`,
  'an old leaflet': (s) => `The old leaflet wrongly said that ${s}.`,
  'no study shows': (s) => `No study shows that ${s}.`,
  'a myth': (s) => `**Myth:** ${cap(s)}.\n\n**Fact:** The opposite holds.`,
  'a table of myths': (s) => `| Myth | Fact |\n| --- | --- |\n| ${cap(s)}. | That is wrong. |`,
  'true or false': (s) => `True or false? ${cap(s)}. (False.)`,
  'a question': (s) => `Is it true that ${s}?`,
  'a rejected quotation': (s) => `“${cap(s)}” is a sentence that you will find online, and it is false.`,
  'there is no evidence': (s) => `There is no evidence that ${s}.`,
};

/** Said so, it is a claim of the writer still. */
const THE_WRITERS: Readonly<Record<string, (statement: string) => string>> = {
  plain: (s) => `${cap(s)}.`,
  'it is known that': (s) => `It is well known that ${s}.`,
  'in other words': (s) => `In other words, ${s}.`,
  'note that': (s) => `Note that ${s}.`,
  'experts agree': (s) => `Experts agree that ${s}.`,
  'this means': (s) => `This means that ${s}.`,
  'as a bullet': (s) => `What to know:\n\n- ${cap(s)}.`,
  'in a callout': (s) => `> **Good to know:** ${cap(s)}.`,
  'a fact': (s) => `**Fact:** ${cap(s)}.`,
  'an answer': (s) => `**Q: What should I know?**\n\nA: ${cap(s)}.`,
  remember: (s) => `Remember: ${s}.`,
  'and more': (s) => `The skin may hurt, and ${s}.`,
};

const FALSE_STATEMENTS: readonly string[] = [
  'warfarin is a calcium channel blocker',
  'prednisone is an antibiotic',
  'kidney failure causes dystrophic calcinosis',
  'metastatic calcinosis is caused by tissue damage',
  'blood calcium is high in dystrophic calcinosis',
  'calcinosis is an autoimmune disease',
];

const TRUE_STATEMENTS: readonly string[] = [
  'warfarin is an anticoagulant',
  'prednisone is a corticosteroid',
  'kidney failure causes metastatic calcinosis',
  'dystrophic calcinosis is caused by tissue damage',
  'blood calcium is normal in dystrophic calcinosis',
  'dermatomyositis is an autoimmune disease',
];

/** The statements, in an order that stays. */
export function makeStatements(): readonly Statement[] {
  const statements: Statement[] = [];
  const add = (form: string, text: string, wrong: boolean): void => void statements.push({ form, text, wrong });
  for (const [form, say] of Object.entries(CLASS_FORMS)) {
    for (const { name, right, wrong } of MEDICINES) {
      add(`class: ${form}`, say(name, ...wrong), true);
      add(`class: ${form}`, say(name, ...right), false);
    }
  }
  const relations = [
    ['cause', CAUSE_FORMS, CAUSES],
    ['level', LEVEL_FORMS, LEVELS],
  ] as const;
  for (const [relation, forms, facts] of relations) {
    for (const [form, say] of Object.entries(forms)) {
      for (const { subject, right, wrong } of facts) {
        add(`${relation}: ${form}`, say(subject, wrong), true);
        add(`${relation}: ${form}`, say(subject, right), false);
      }
    }
  }
  for (const [form, say] of Object.entries(NOT_THE_WRITERS)) {
    for (const statement of FALSE_STATEMENTS) add(`not the writer's: ${form}`, say(statement), false);
  }
  for (const [form, say] of Object.entries(THE_WRITERS)) {
    for (const statement of FALSE_STATEMENTS) add(`the writer's: ${form}`, say(statement), true);
    for (const statement of TRUE_STATEMENTS) add(`the writer's: ${form}`, say(statement), false);
  }
  return statements;
}

function cap(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function an(noun: string): string {
  return `${/^(?:[aeiou]|NSAID)/iu.test(noun) ? 'an' : 'a'} ${noun}`;
}
