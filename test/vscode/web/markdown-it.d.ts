/** As much as the tests need of a library that has no types of its own. */
declare module 'markdown-it' {
  export default class MarkdownIt {
    render(source: string): string;
  }
}
