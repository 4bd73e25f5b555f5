import type { Claim } from '../claims/claim.js';
import type { DivisionStatement } from '../claims/divisions/classification-claims.js';
import { contradictionOf, type Contradiction } from '../claims/contradictions/contradiction.js';
import { undefinedTypes } from '../claims/divisions/undefined-types.js';
import { placeOf, reasonOf, termOf, writtenParty } from './claim-report.js';
import { defineRule, type RuleContext } from './rule.js';

export default defineRule({
  id: 'mislabeled-type',
  summary: 'A type of calcinosis given the cause, blood levels, tissue or definition of another type.',
  rationale:
    'The types of calcinosis are told apart by their cause, and the cause decides tests and treatment. A reader who finds kidney failure under the dystrophic type, or a type that does not exist, looks for the wrong thing.',
  category: 'claims',
  severity: 'error',
  severities: ['error', 'warning', 'hint'],
  since: '0.1.0',
  fixable: 'manual',
  healthWritingOnly: false,
  reads: 'section',
  sources: ['reiter2011', 'statpearls'],
  messages: {
    otherCause: '{{object}} is a cause of {{rather}}, not of {{subject}}.',
    noCause: '{{subject}} has no known cause: {{object}} cannot be named as one.',
    level: 'In {{subject}}, {{levels}} {{fact}}; “{{written}}” describes something else.',
    levelOf: 'In {{subject}}, {{levels}} {{fact}}; “{{written}}” describes {{rather}}.',
    tissue: '{{subject}} forms in {{fact}} tissue; “{{written}}” does not fit it.',
    known: '{{subject}} has known causes; an unknown cause is what makes a type idiopathic.',
    risks:
      'Much is known of what leads to {{subject}}, first of all {{factor}}; only the idiopathic type is without a known cause.',
    notMember: '“{{name}}” is not a type of {{of}}. {{because}}',
    otherCondition: '{{name}} is a condition of its own and not a type of {{of}}.',
    unnamed: 'This describes {{type}}; name it.',
    misplaced: '{{type}} is put under “{{written}}”, which does not fit it: {{because}}',
    treatments: 'For {{subject}}, {{object}} is not the only treatment.',
    both: 'In {{subject}}, calcium or phosphate is high; both need not be.',
    denied: 'This is not so of {{subject}}: {{because}}',
  },
  examples: [
    {
      text: 'Dystrophic calcification is caused by high blood calcium.',
      reports: ['Dystrophic calcification is caused by high blood calcium'],
    },
    { text: 'Metastatic calcification is caused by high blood calcium.', reports: [] },
  ],
  check(context) {
    for (const claim of context.document.claims) {
      if (claim.relation === 'is-a' || claim.subject.conceptId === undefined) continue;
      if (context.terminology.memberOf(claim.subject.conceptId) === undefined) continue;
      const contradiction = contradictionOf(claim, context.terminology);
      if (contradiction !== undefined) reportClaim(claim, contradiction, context);
    }
    for (const division of context.document.divisions) reportMembers(division, context);
    for (const found of undefinedTypes(context.document.blocks, context.document.divisions, context.terminology)) {
      context.report({
        at: { block: found.block, span: found.span },
        message: found.is === 'unnamed' ? 'unnamed' : 'misplaced',
        data: {
          type:
            found.is === 'unnamed' ? termOf(found.conceptId, context) : capitalize(termOf(found.conceptId, context)),
          written: found.written,
          because: found.because ?? '',
        },
        conceptId: found.conceptId,
        reason: {
          text: found.because ?? `What stands here defines ${termOf(found.conceptId, context)}.`,
          sources: found.sources,
        },
      });
    }
  },
});

type Context = RuleContext<
  | 'otherCause'
  | 'noCause'
  | 'level'
  | 'levelOf'
  | 'tissue'
  | 'known'
  | 'risks'
  | 'notMember'
  | 'otherCondition'
  | 'unnamed'
  | 'misplaced'
  | 'treatments'
  | 'both'
  | 'denied'
>;

function reportClaim(claim: Claim, contradiction: Contradiction, context: Context): void {
  const subject = termOf(claim.subject.conceptId, context);
  const object =
    claim.object.conceptId === undefined
      ? writtenParty(claim.object, context.document)
      : termOf(claim.object.conceptId, context);
  const rather = termOf(contradiction.rather, context);
  const written = writtenParty(claim.object, context.document);
  const base = {
    at: placeOf(claim),
    severity: contradiction.severity,
    conceptId: claim.subject.conceptId!,
    reason: reasonOf(contradiction, whyOf(contradiction.kind, subject, object, rather)),
  };
  switch (contradiction.kind) {
    case 'cause-of-other-type':
      context.report({ ...base, message: 'otherCause', data: { subject, object: capitalize(object), rather } });
      return;
    case 'cause-of-idiopathic':
      context.report({ ...base, message: 'noCause', data: { subject: capitalize(subject), object } });
      return;
    case 'level': {
      const analyte = claim.analyte === 'phosphate' ? 'phosphate' : 'calcium';
      const fact = context.terminology.levelWords(claim.subject.conceptId!, analyte);
      const data = { subject, levels: levelsAre(claim, fact), fact, written };
      if (rather === '') context.report({ ...base, message: 'level', data });
      else context.report({ ...base, message: 'levelOf', data: { ...data, rather } });
      return;
    }
    case 'tissue':
      context.report({
        ...base,
        message: 'tissue',
        data: { subject: capitalize(subject), fact: claim.value === 'damaged' ? 'normal' : 'damaged', written },
      });
      return;
    case 'known-cause':
      if (contradiction.severity === 'error') {
        context.report({ ...base, message: 'known', data: { subject: capitalize(subject) } });
        return;
      }
      context.report({
        ...base,
        message: 'risks',
        data: { subject, factor: firstRisk(claim.subject.conceptId!, context) },
      });
      return;
    case 'other-treatments':
      context.report({
        ...base,
        message: 'treatments',
        data: { subject, object: claim.object.conceptId === undefined ? 'this' : object },
      });
      return;
    case 'both-levels':
      context.report({ ...base, message: 'both', data: { subject } });
      return;
    default:
      context.report({ ...base, message: 'denied', data: { subject, because: contradiction.because ?? '' } });
  }
}

/** Why, in a sentence, where the fact brings none of its own. */
function whyOf(kind: Contradiction['kind'], subject: string, object: string, rather: string): string {
  switch (kind) {
    case 'cause-of-other-type':
      return `Sources name ${object} among the causes of ${rather}, and other causes for ${subject}.`;
    case 'level':
    case 'both-levels':
      return `The types are told apart by their blood levels as well; those of ${subject} are part of what it is.`;
    case 'tissue':
      return `What the tissue was like before the deposit is part of what ${subject} is.`;
    case 'known-cause':
      return `Sources name causes or risk factors of ${subject}.`;
    case 'other-treatments':
      return `Sources treat what lies behind ${subject}, with ${rather} and other means.`;
    default:
      return `The sources on ${subject} say otherwise.`;
  }
}

function firstRisk(conceptId: string, context: Context): string {
  const fact = context.terminology.facts(conceptId, 'risk-factor').find((other) => other.standing === 'sourced');
  return termOf(fact?.object, context);
}

/** Names that are no types, offered as the types: in the list itself, each where it is defined. */
function reportMembers(division: DivisionStatement, context: Context): void {
  if (division.attribution !== 'writer') return;
  const known = division.members.filter(({ is }) => is === 'member').length;
  for (const member of known < (division.fromList ? 2 : 3) ? [] : division.members) {
    if (member.is !== 'other-condition') continue;
    const of = termOf(division.of, context);
    const { sources } = division.classification.accepted[0]!;
    context.report({
      at: { block: member.block, span: member.span },
      message: 'otherCondition',
      data: { name: capitalize(termOf(member.name, context)), of },
      conceptId: member.name,
      reason: { text: `Sources name other types of ${of}.`, sources },
    });
  }
  for (const member of division.listMembers) {
    if (member.is !== 'not-member') continue;
    const names = division.classification.notMembers.find((other) => other.names.includes(member.name))!;
    context.report({
      at: { block: member.block, span: member.span },
      message: 'notMember',
      data: { name: member.name, of: termOf(division.of, context), because: names.because },
      conceptId: division.of,
      reason: { text: names.because, sources: names.sources },
    });
  }
}

/** "blood calcium is": where a type needs but one of two levels to be abnormal, it is calcium *or* phosphate. */
function levelsAre(claim: Claim, fact: string): string {
  if (claim.analyte === 'phosphate' || claim.analyte === 'calcium') return `blood ${claim.analyte} is`;
  return fact === 'normal' ? 'blood calcium and phosphate are' : 'blood calcium or phosphate is';
}

function capitalize(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
