import { createCompactReport } from './compact.js';
import { createJsonReport } from './json.js';
import type { CreateReport } from './report.js';
import { createStylishReport } from './stylish.js';

export const FORMATS: Readonly<Record<string, CreateReport>> = {
  stylish: createStylishReport,
  json: createJsonReport,
  compact: createCompactReport,
};
