/** `import kossa from 'kossa/remark'`: docs/remark.md tells of it. */
import { kossa } from './plugin.js';

export type { ArticleFile, KossaOptions } from './plugin.js';
export default kossa;
