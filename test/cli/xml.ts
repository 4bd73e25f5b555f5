/** An element of XML as a strict reader sees it. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  readonly text: string;
}

const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/u;
const TOKEN = /<\?xml [^?<>]*\?>|<\/([\w-]+)>|<([\w-]+)((?:\s+[\w-]+="[^"<]*")*)\s*(\/?)>|[^<>]+/uy;

/** Reads XML without comments, sections and entities of its own. @throws where it is not well-formed */
export function readXml(source: string): XmlElement {
  if (FORBIDDEN.test(source)) {
    throw new Error(`a character that XML forbids: ${JSON.stringify(FORBIDDEN.exec(source))}`);
  }
  const root = { name: '', attributes: {}, children: [] as XmlElement[], text: '' };
  const open = [root];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < source.length) {
    const at = TOKEN.lastIndex;
    const match = TOKEN.exec(source);
    if (match === null) throw new Error(`not well-formed at ${at}: ${source.slice(at, at + 60)}`);
    const [token, closing, opening, attributes = '', selfClosing] = match;
    const parent = open.at(-1)!;
    if (closing !== undefined) {
      if (open.pop()?.name !== closing || open.length === 0) throw new Error(`</${closing}> closes nothing`);
    } else if (opening !== undefined) {
      const element = { name: opening, attributes: readAttributes(attributes), children: [], text: '' };
      parent.children.push(element);
      if (selfClosing === '') open.push(element);
    } else if (!token.startsWith('<?xml')) {
      parent.text += decode(token);
    }
  }
  if (open.length !== 1 || root.children.length !== 1) throw new Error('one element, closed, is wanted');
  return root.children[0]!;
}

/** All elements of a name, in document order. */
export function elementsOf(element: XmlElement, name: string): readonly XmlElement[] {
  return element.children.flatMap((child) => [...(child.name === name ? [child] : []), ...elementsOf(child, name)]);
}

function readAttributes(text: string): Record<string, string> {
  const attributes: Record<string, string> = {};
  for (const [, name = '', value = ''] of text.matchAll(/([\w-]+)="([^"]*)"/gu)) {
    if (name in attributes) throw new Error(`${name} twice`);
    // A line break in an attribute would be read as a space.
    if (/[\n\r\t]/u.test(value)) throw new Error(`a line break in ${name}`);
    attributes[name] = decode(value);
  }
  return attributes;
}

function decode(text: string): string {
  return text.replace(/&(?:#(\d+);)?/gu, (_, code: string | undefined) => {
    if (code === undefined) throw new Error(`a bare & in ${text}`);
    return String.fromCodePoint(Number(code));
  });
}
