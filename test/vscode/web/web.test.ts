import assert from 'node:assert/strict';
import * as vscode from 'vscode';

describe('the host of these tests', () => {
  it('is a browser', () => {
    assert.equal(vscode.env.uiKind, vscode.UIKind.Web);
    assert.equal(vscode.env.remoteName, undefined);
    assert.equal(vscode.workspace.workspaceFolders?.[0]?.uri.scheme, 'vscode-vfs');
  });
});
