import { runCommand } from '@grondslag/cli';
import { madeOf } from './markdown.ts';

/** What `grondslag help` prints. */
export async function writeCommandLine(): Promise<string> {
  let help = '';
  const refuse = () => {
    throw new Error('Help needs no agency.');
  };
  await runCommand(['help'], {
    env: {},
    folder: '.',
    createAgency: refuse,
    print: (text) => {
      help += text;
    },
    printError: refuse,
  });
  return `# The command line

${madeOf('`grondslag help`')} How to begin: [the package](../../packages/cli/README.md).

\`\`\`text
${help.trim()}
\`\`\`
`;
}
