import { fileURLToPath } from 'node:url';
import { startBundle } from './start-bundle.js';

/** The name of the file with everything else, which the build puts here. */
declare const kossaBundle: string;

startBundle(fileURLToPath(new URL(kossaBundle, import.meta.url)));
