export { readContextsFile } from './read-contexts-file.ts';
