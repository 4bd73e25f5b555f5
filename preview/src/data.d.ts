/** What `scripts/build-definitions.ts` makes, as text. The build puts it into the bundle. */
declare module 'kossa-definitions' {
  const json: string;
  export default json;
}
