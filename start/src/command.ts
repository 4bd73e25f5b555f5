#!/usr/bin/env node
import { fileURLToPath } from 'node:url';
import { asksForVersion, versionOfPackage } from '../../cli/src/version.js';
import { startBundle } from './start-bundle.js';

/** The name of the file with everything else, which the build puts here. */
declare const kossaBundle: string;

/** The small first file: `kossa --version` answers without loading anything else. */
if (asksForVersion(process.argv.slice(2))) process.stdout.write(`${versionOfPackage()}\n`);
else startBundle(fileURLToPath(new URL(kossaBundle, import.meta.url)));
