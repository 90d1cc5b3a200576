export { type CreateOptions, CreateProjectError, createProject } from './create-project.ts';
