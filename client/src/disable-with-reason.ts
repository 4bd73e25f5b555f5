import { l10n, Position, Uri, WorkspaceEdit, window, workspace, type QuickPickItem } from 'vscode';
import type { DisableWithReasonArguments } from '../../protocol.js';

type Place = DisableWithReasonArguments['places'][number];

interface PlacePick extends QuickPickItem {
  readonly place: Place;
}

/** Asks where a rule shall be quiet and why, and writes the comment. */
export async function disableWithReason(asked: unknown): Promise<void> {
  if (!isAsked(asked)) return;
  const title = l10n.t('Disable {0}', asked.ruleId);
  const place = await choosePlace(asked.places, title);
  if (place === undefined) return;
  const reason = await window.showInputBox({
    title,
    prompt: l10n.t('The reason, for those who read the comment later'),
    validateInput: whyNoReason,
  });
  if (reason === undefined) return;
  const document = await workspace.openTextDocument(Uri.parse(asked.uri));
  if (document.version !== asked.version) {
    void window.showInformationMessage(l10n.t('The text has changed meanwhile. Choose the action again.'));
    return;
  }
  const edit = new WorkspaceEdit();
  const { line, character } = place.position;
  edit.insert(document.uri, new Position(line, character), `${place.before}${reason.trim()}${place.after}`);
  await workspace.applyEdit(edit);
}

async function choosePlace(places: readonly Place[], title: string): Promise<Place | undefined> {
  const picks = places.map((place): PlacePick => ({ label: inWords(place.scope), place }));
  if (picks.length < 2) return picks[0]?.place;
  return (await window.showQuickPick(picks, { title, placeHolder: l10n.t('Where it shall be quiet') }))?.place;
}

function inWords(scope: Place['scope']): string {
  switch (scope) {
    case 'line':
      return l10n.t('For this line');
    case 'next-line':
      return l10n.t('For this line, by a comment above');
    case 'file':
      return l10n.t('For this file');
  }
}

/** What would end the comment, or begin another reason. */
function whyNoReason(reason: string): string | undefined {
  if (reason.trim() === '') return l10n.t('Write a few words.');
  return /--|\*\//u.test(reason) ? l10n.t('Write the reason without “--” and “*/”.') : undefined;
}

function isAsked(value: unknown): value is DisableWithReasonArguments {
  const asked = value as Partial<DisableWithReasonArguments> | undefined;
  return typeof asked?.uri === 'string' && Array.isArray(asked.places);
}
