// npm run notices: writes THIRD-PARTY-NOTICES.txt. A test says when it is out of date.
import { writeFileSync } from 'node:fs';
import { makeNotices, noticesFile } from './notices.js';

writeFileSync(noticesFile, await makeNotices());
console.log('THIRD-PARTY-NOTICES.txt written');
