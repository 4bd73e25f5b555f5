import type { Diagnostic } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Finding } from '../../../engine/src/index.js';
import { cardTitle } from '../cards.js';
import { toDiagnostic, type DiagnosticAbilities } from '../convert.js';
import type { Linted } from '../linter.js';
import { conceptMeant } from './locate.js';

/** A finding as the client shows it, with the way to the term that it is about. */
export function findingDiagnostic(
  finding: Finding,
  document: TextDocument,
  { engine, settings }: Linted,
  abilities: DiagnosticAbilities,
): Diagnostic {
  const conceptId = conceptMeant(finding);
  const isKnown = conceptId !== undefined && engine.terminology.concept(conceptId) !== undefined;
  const term = isKnown
    ? { conceptId, title: cardTitle(engine, conceptId, settings.configuration.style ?? 'us') }
    : undefined;
  return toDiagnostic(finding, document, abilities, term);
}
