import { UsageError } from '../usage-error.ts';
import { bashScript } from './bash-script.ts';
import { fishScript } from './fish-script.ts';
import { completedCommands } from './shell-words.ts';
import { zshScript } from './zsh-script.ts';

const scripts = { bash: bashScript, zsh: zshScript, fish: fishScript } as const;

/**
 * What a shell reads to complete `grondslag`.
 *
 * @throws {UsageError} for another shell
 */
export function completionScript(shell: string): string {
  if (!Object.hasOwn(scripts, shell)) {
    throw new UsageError(`Expected: grondslag completion ${Object.keys(scripts).join('|')}`);
  }
  return scripts[shell as keyof typeof scripts](completedCommands());
}
