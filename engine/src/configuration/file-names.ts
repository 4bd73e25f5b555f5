/** In this order; the first that is found in a folder holds there. */
export const CONFIGURATION_FILE_NAMES = [
  '.kossarc.json',
  '.kossarc.jsonc',
  '.kossarc.yaml',
  '.kossarc.yml',
  'kossa.config.json',
  'package.json',
] as const;
