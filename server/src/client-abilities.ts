import { MarkupKind, type ClientCapabilities } from 'vscode-languageserver';
import type { DiagnosticAbilities } from './convert.js';

/** What the client can take, in our words. */
export interface ClientAbilities {
  readonly pullDiagnostics: boolean;
  readonly refreshesDiagnostics: boolean;
  readonly refreshesSemanticTokens: boolean;
  readonly refreshesInlayHints: boolean;
  readonly diagnostic: DiagnosticAbilities;
  readonly configuration: boolean;
  readonly registersConfiguration: boolean;
  readonly registersWatchers: boolean;
  readonly workspaceFolders: boolean;
  readonly workDoneProgress: boolean;
  readonly documentChanges: boolean;
  /** Takes definitions that know the words they are of. */
  readonly definitionLinks: boolean;
  /** Asks for the edit of a code action when it is wanted, and shows changes that need to be confirmed. */
  readonly reviewsEdits: boolean;
  readonly hoverMarkup: MarkupKind;
  readonly completionMarkup: MarkupKind;
}

/** @param termPages our own client, which shows pages of terms */
export function readAbilities(
  { workspace, textDocument, window }: ClientCapabilities,
  termPages: boolean,
): ClientAbilities {
  const pull = textDocument?.diagnostic;
  const shown = pull ?? textDocument?.publishDiagnostics;
  return {
    pullDiagnostics: pull !== undefined,
    refreshesDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    refreshesSemanticTokens: workspace?.semanticTokens?.refreshSupport === true,
    refreshesInlayHints: workspace?.inlayHint?.refreshSupport === true,
    diagnostic: {
      termPages,
      relatedInformation:
        shown?.relatedInformation === true || textDocument?.publishDiagnostics?.relatedInformation === true,
      codeDescription:
        shown?.codeDescriptionSupport === true || textDocument?.publishDiagnostics?.codeDescriptionSupport === true,
      data: shown?.dataSupport === true || textDocument?.publishDiagnostics?.dataSupport === true,
    },
    configuration: workspace?.configuration === true,
    registersConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    registersWatchers: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    workspaceFolders: workspace?.workspaceFolders === true,
    workDoneProgress: window?.workDoneProgress === true,
    definitionLinks: textDocument?.definition?.linkSupport === true,
    documentChanges: workspace?.workspaceEdit?.documentChanges === true,
    reviewsEdits:
      workspace?.workspaceEdit?.documentChanges === true &&
      workspace.workspaceEdit.changeAnnotationSupport !== undefined &&
      textDocument?.codeAction?.dataSupport === true &&
      textDocument.codeAction.resolveSupport?.properties.includes('edit') === true,
    hoverMarkup: markupOf(textDocument?.hover?.contentFormat),
    completionMarkup: markupOf(textDocument?.completion?.completionItem?.documentationFormat),
  };
}

function markupOf(formats: readonly MarkupKind[] | undefined): MarkupKind {
  return formats?.includes(MarkupKind.Markdown) === true ? MarkupKind.Markdown : MarkupKind.PlainText;
}
