import { decodeNamedCharacterReference } from 'decode-named-character-reference';
import { decodeNumericCharacterReference } from 'micromark-util-decode-numeric-character-reference';
import type { CompileContext, Extension, Token } from 'mdast-util-from-markdown';
import type { Nodes, Text } from 'mdast';

/**
 * Which source made which characters of a text node: four numbers a piece, `[value start, value end, source
 * start, source end]`, in UTF-16 units. A text value is not its source: entities, escapes and the prefixes of
 * wrapped quotations make them differ, so the places are recorded while the tree is made.
 */
export type TextPieces = number[];

/** The pieces of a text node; undefined where they do not account for its whole value, and then it is not prose. */
export function textPieces(node: Text): TextPieces | undefined {
  const pieces = piecesOfText.get(node);
  if (pieces === undefined || pieces.length === 0) return undefined;
  const end = pieces[pieces.length - 3]!;
  if (end === node.value.length) return pieces;
  // Behind the box of a task, "- [x] …", the tree leaves out the blank that the text begins with.
  const isTask = end === node.value.length + 1 && node.position?.start.offset === pieces[2]! + 1;
  return isTask ? withoutFirstCharacter(pieces) : undefined;
}

function withoutFirstCharacter(pieces: TextPieces): TextPieces {
  return pieces.map((at, index) => {
    if (index === 0) return 0;
    if (index === 2) return at + 1;
    return index % 4 < 2 ? at - 1 : at;
  });
}

/** For text that is made without the parser. */
export function setTextPieces(node: Text, pieces: TextPieces): void {
  piecesOfText.set(node, pieces);
}

/**
 * Extends mdast-util-from-markdown: does what its own handlers do for text, and records the pieces. A text node
 * grows by data, escapes, entities and line endings; each is one handler.
 */
export function segmentsFromMarkdown(): Extension {
  return {
    exit: {
      data: exitData,
      characterEscapeValue: exitData,
      characterReferenceValue: exitCharacterReferenceValue,
      characterReference: exitCharacterReference,
      lineEnding: exitLineEnding,
    },
  };
}

function exitData(this: CompileContext, token: Token): undefined {
  const node = this.stack.pop() as Text;
  const valueStart = node.value.length;
  node.value += this.sliceSerialize(token);
  node.position!.end = { line: token.end.line, column: token.end.column, offset: token.end.offset };
  // The value token of an escape leaves out the backslash, which belongs to it in the source.
  const sourceStart = token.type === 'characterEscapeValue' ? token.start.offset - 1 : token.start.offset;
  record(node, valueStart, sourceStart, token.end.offset);
}

function exitCharacterReferenceValue(this: CompileContext, token: Token): undefined {
  const characters = this.sliceSerialize(token);
  const type = this.data.characterReferenceType;
  const node = this.stack[this.stack.length - 1] as Text;
  this.data.characterReferenceType = undefined;
  node.value +=
    type === undefined
      ? decodeNamedCharacterReference(characters) || ''
      : decodeNumericCharacterReference(characters, type === 'characterReferenceMarkerNumeric' ? 10 : 16);
}

function exitCharacterReference(this: CompileContext, token: Token): undefined {
  const node = this.stack.pop() as Text;
  node.position!.end = { line: token.end.line, column: token.end.column, offset: token.end.offset };
  record(node, lastValueEnd(node), token.start.offset, token.end.offset);
}

/** As the library does: a line ending is text where its parent may hold one, and part of a hard break after one. */
function exitLineEnding(this: CompileContext, token: Token): undefined {
  const parent = this.stack[this.stack.length - 1] as Nodes;
  if (this.data.atHardBreak) {
    const tail = 'children' in parent ? parent.children[parent.children.length - 1] : undefined;
    if (tail?.position) {
      tail.position.end = { line: token.end.line, column: token.end.column, offset: token.end.offset };
    }
    this.data.atHardBreak = undefined;
    return;
  }
  if (this.data.setextHeadingSlurpLineEnding || !this.config.canContainEols.includes(parent.type)) return;
  (this.config.enter['data'] as (this: CompileContext, token: Token) => void).call(this, token);
  exitData.call(this, token);
}

const piecesOfText = new WeakMap<Text, TextPieces>();

function lastValueEnd(node: Text): number {
  const pieces = piecesOfText.get(node);
  return pieces === undefined ? 0 : (pieces[pieces.length - 3] ?? 0);
}

function record(node: Text, valueStart: number, sourceStart: number, sourceEnd: number): void {
  let pieces = piecesOfText.get(node);
  if (pieces === undefined) {
    pieces = [];
    piecesOfText.set(node, pieces);
  }
  pieces.push(valueStart, node.value.length, sourceStart, sourceEnd);
}
