import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { API, SymbolFlags } from 'typescript/unstable/sync';
import { root } from '../repository.ts';
import { madeOf } from './markdown.ts';

/** Every export of the SDK as its users' compiler sees it: the declaration files, with their doc comments. */
export function writeSdk(): string {
  const folder = join(root, 'packages/agency/dist');
  const entry = join(folder, 'index.d.ts');
  const config = join(folder, 'reference.tsconfig.json');
  const compilerOptions = {
    module: 'nodenext',
    target: 'es2024',
    lib: ['es2024'],
    types: ['node'],
  };
  writeFileSync(config, JSON.stringify({ compilerOptions, files: [entry] }));
  const api = new API({ cwd: folder });
  try {
    const project = api.updateSnapshot({ openProject: config }).getProject(config);
    const file = project?.program.getSourceFile(entry);
    const module = file && project?.checker.getSymbolAtLocation(file);
    if (!project || !module) throw new Error(`Expected ${entry}; build the packages first.`);
    const entries = project.checker.getExportsOfModule(module).map((symbol) => {
      const isAlias = (symbol.flags & SymbolFlags.Alias) !== 0;
      const { declarations } = isAlias ? project.checker.getAliasedSymbol(symbol) : symbol;
      const texts = declarations.flatMap((declaration) => {
        const node = declaration.resolve(project);
        const text = node?.getSourceFile().text.slice(node.pos, node.end);
        return text === undefined ? [] : [text];
      });
      return describe(symbol.name, texts);
    });
    return `# The SDK: @grondslag/agency

${madeOf('the types')} Begin with [the tutorial](../tutorial.md) or [the package](../../packages/agency/README.md); what an agency does is [\`AgencyVerbs\`](#agencyverbs), and what it can be told is in the outcomes.

${entries.join('\n\n')}
`;
  } finally {
    api.close();
    rmSync(config);
  }
}

const DOC_COMMENT = /^\s*\/\*\*(.*?)\*\/\s*/s;

/** A declaration that has a statement above it, as a constant has, is only the name of it: that is shown as it stands. */
function describe(name: string, texts: readonly string[]): string {
  const comments = texts.flatMap((text) => {
    const [, comment] = DOC_COMMENT.exec(text) ?? [];
    return comment === undefined ? [] : [inProse(comment)];
  });
  const code = texts.map((text) => text.replace(DOC_COMMENT, '').trim()).join('\n\n');
  return [`## ${name}`, ...comments, `\`\`\`typescript\n${code}\n\`\`\``].join('\n\n');
}

function inProse(comment: string): string {
  return comment
    .replaceAll(/^\s*\* ?/gm, '')
    .replaceAll(/\{@link (\S+) \| ([^}]+)\}/g, '[$2]($1)')
    .replaceAll(/\{@link ([^}|]+)\}/g, '`$1`')
    .replaceAll(/^@see (.*)/gm, 'See $1.')
    .replaceAll(/^@throws \{(\w+)\}\s*/gm, '\n**Throws** `$1` ')
    .replaceAll(/^@param (\w+)\s*/gm, '\n`$1`: ')
    .trim();
}
