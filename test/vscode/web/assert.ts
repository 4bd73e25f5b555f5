/** Node's assertions for a place without Node: the bundler takes the npm package of this name. */
export { strict as default } from 'assert';
