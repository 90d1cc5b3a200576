export { type ExitCode, exitCodes } from './exit-codes.ts';
export { type CommandPowers, runCommand } from './run-command.ts';
