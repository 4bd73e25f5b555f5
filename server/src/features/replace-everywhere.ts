import * as l10n from '@vscode/l10n';
import type { CancellationToken, WorkspaceEdit } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Finding, Fix, TextEdit } from '../../../engine/src/index.js';
import { toEditForReview, type DocumentEdits } from '../convert.js';
import type { Linted, Linter } from '../linter.js';
import { cancelled } from '../safely.js';
import type { WorkspaceFiles } from '../workspace-files.js';

/** What `codeAction/resolve` needs to find all the places. Plain data that the client keeps meanwhile. */
export interface ReplaceEverywhere {
  readonly ruleId: string;
  /** As written, in small letters and without the ending of a plural. */
  readonly stem: string;
  /** What the fix writes, where it is a concept. */
  readonly conceptId?: string;
}

export interface ReplaceHost {
  readonly files: WorkspaceFiles;
  readonly linter: Linter;
}

/** Longer words than these are a sentence, and no term. */
const LONGEST = 60;

/** Undefined where the finding is about more than a term that has another one in its place. */
export function replaceableEverywhere(finding: Finding, text: string): ReplaceEverywhere | undefined {
  const fix = termFix(finding);
  const written = text.slice(finding.span.start, finding.span.end);
  if (fix === undefined || written.length > LONGEST || /[\r\n]/u.test(written)) return undefined;
  return {
    ruleId: finding.ruleId,
    stem: stemOf(written),
    ...(fix.conceptId === undefined ? {} : { conceptId: fix.conceptId }),
  };
}

export function isReplaceEverywhere(data: unknown): data is ReplaceEverywhere {
  const asked = data as Partial<ReplaceEverywhere> | null | undefined;
  return typeof asked?.ruleId === 'string' && typeof asked.stem === 'string' && asked.stem !== '';
}

/**
 * The same replacement in every article of the workspace, each place to be confirmed by the writer.
 * @throws ResponseError where the request was cancelled
 */
export async function replaceEverywhere(
  asked: ReplaceEverywhere,
  { files, linter }: ReplaceHost,
  token: CancellationToken,
): Promise<WorkspaceEdit> {
  const changes: DocumentEdits[] = [];
  for (const uri of await files.uris()) {
    if (token.isCancellationRequested) throw cancelled();
    const document = await files.document(uri);
    if (document?.getText().toLowerCase().includes(asked.stem) !== true) continue;
    const isOpen = (await files.open(uri)) !== undefined;
    const linted = isOpen ? await linter.lint(document, token) : await linter.lintClosed(document, token);
    const edits = linted === undefined ? [] : editsIn(linted, document, asked);
    if (edits.length > 0) changes.push({ document, edits, isOpen });
  }
  return toEditForReview(changes, l10n.t('Replace “{0}”', asked.stem));
}

function editsIn({ result }: Linted, document: TextDocument, asked: ReplaceEverywhere): readonly TextEdit[] {
  const text = document.getText();
  return result.findings.flatMap((finding) => {
    const same = replaceableEverywhere(finding, text);
    const isSame = same?.ruleId === asked.ruleId && same.stem === asked.stem && same.conceptId === asked.conceptId;
    return isSame ? termFix(finding)!.edits : [];
  });
}

/** The best fix, where it puts one term in the place of another. */
function termFix({ fixes, span }: Finding): Fix | undefined {
  const [fix] = fixes;
  const edit = fix?.edits.length === 1 ? fix.edits[0]! : undefined;
  return edit?.span.start === span.start && edit.span.end === span.end && edit.text !== '' ? fix : undefined;
}

function stemOf(written: string): string {
  return written.toLowerCase().replace(/(?:['’]s|s)$/u, '');
}
