import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Node } from 'typescript/unstable/ast';
import { isInterfaceDeclaration, isMethodSignatureDeclaration } from 'typescript/unstable/ast/is';
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
      const nodes = declarations.flatMap((declaration) => declaration.resolve(project) ?? []);
      return [describe('##', symbol.name, nodes.map(withoutVerbs)), ...nodes.flatMap(verbsOf)].join(
        '\n\n',
      );
    });
    return `# The SDK

${madeOf('the types')} Begin with [the tutorial](../tutorial.md) or [the package](../../packages/agency/README.md); what an agency does is [\`AgencyVerbs\`](#agencyverbs), and what it can be told is in the outcomes.

${entries.join('\n\n')}
`;
  } finally {
    api.close();
    rmSync(config);
  }
}

const DOC_COMMENT = /^\s*\/\*\*(.*?)\*\/\s*/s;

/** What an interface lets do, each under its own heading; of other interfaces nothing. */
function verbsOf(node: Node): readonly string[] {
  if (!isInterfaceDeclaration(node)) return [];
  const methods = node.members.filter(isMethodSignatureDeclaration);
  const byName = Map.groupBy(methods, ({ name }) => textOf(name).replace(DOC_COMMENT, '').trim());
  return [...byName].map(([name, found]) =>
    describe('###', `${node.name.text}.${name}`, found.map(textOf)),
  );
}

/** An interface without what has a heading of its own. */
function withoutVerbs(node: Node): string {
  if (!isInterfaceDeclaration(node)) return textOf(node);
  return node.members
    .filter(isMethodSignatureDeclaration)
    .reduce((text, method) => text.replace(textOf(method), ''), textOf(node))
    .replace(/\{\s*\}$/, '{}');
}

function textOf(node: Node): string {
  return node.getSourceFile().text.slice(node.pos, node.end);
}

function describe(level: string, name: string, texts: readonly string[]): string {
  const comments = texts.flatMap((text) => {
    const [, comment] = DOC_COMMENT.exec(text) ?? [];
    return comment === undefined ? [] : [inProse(comment)];
  });
  const indented = level === '##' ? '' : '    ';
  const code = texts.map((text) =>
    text.replace(DOC_COMMENT, '').trim().replaceAll(`\n${indented}`, '\n'),
  );
  return [`${level} ${name}`, ...comments, `\`\`\`typescript\n${code.join('\n\n')}\n\`\`\``].join(
    '\n\n',
  );
}

function inProse(comment: string): string {
  return comment
    .replaceAll(/^\s*\* ?/gm, '')
    .replaceAll(/\{@link (\S+) \| ([^}]+)\}/g, '[$2]($1)')
    .replaceAll(/\{@link ([^}|]+)\}/g, '`$1`')
    .replaceAll(/^@see (.*)/gm, 'See $1.')
    .replaceAll(/^@throws \{(\w+)\}\s*/gm, '\n**Throws** `$1` ')
    .replaceAll(/^@param (\w+)\s*/gm, '\n`$1`: ')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();
}
