import { createOpenApi } from '@grondslag/authority';
import { cell, madeOf, table } from './markdown.ts';

type Document = ReturnType<typeof createOpenApi>;
type Operation = NonNullable<NonNullable<Document['paths']>[string]['get']>;
interface Named {
  readonly name: string;
  readonly operation: Operation;
}

const methods = ['get', 'post', 'put', 'delete'] as const;

/** Every operation of the authority: who may call it, with what, and what it answers. */
export function writeHttpApi(): string {
  const { paths = {}, tags = [], info } = createOpenApi('https://access.example/');
  const operations = Object.entries(paths).flatMap(([path, item]) =>
    methods.flatMap((method): Named[] => {
      const operation = item?.[method];
      return operation ? [{ name: `${method.toUpperCase()} ${path}`, operation }] : [];
    }),
  );
  const parts = tags.map(({ name }) => {
    const own = operations.filter(({ operation }) => operation.tags?.includes(name));
    return `## ${name}\n\n${own.map(describe).join('\n\n')}`;
  });
  const [about = '', history = ''] = (info.description ?? '').split(' Changes. ');
  // A version, and each thing that is new in it.
  const changes = history.split(/ (?=\d+\.\d+\.\d+ \(|New: )/);
  return `# The HTTP API

${madeOf('the OpenAPI document')} The document itself, with every schema and an example of each answer, is at \`v1/openapi.json\` of a running authority, and to read at \`v1/docs\`. How others use it: [examples](../../examples/README.md).

${about}

${parts.join('\n\n')}

## Changes

${changes.map((change) => `- ${change}`).join('\n')}
`;
}

function describe({ name, operation }: Named): string {
  const { summary = '', description, parameters = [], requestBody, responses = {} } = operation;
  const given = parameters.flatMap((parameter) =>
    'name' in parameter
      ? [
          [
            `\`${parameter.name}\``,
            parameter.in + (parameter.required ? ', required' : ''),
            parameter.description ?? '',
          ],
        ]
      : [],
  );
  const media = requestBody && 'content' in requestBody ? Object.entries(requestBody.content) : [];
  const bodies = media.map(([type, body]) =>
    !('example' in body) || type !== 'application/json'
      ? `Body: \`${type}\``
      : `Body, for instance:\n\n\`\`\`json\n${JSON.stringify(body.example, null, 2)}\n\`\`\``,
  );
  const answers = Object.entries(responses).map(([status, answer]: [string, object]) => [
    status,
    'description' in answer ? String(answer.description) : '',
  ]);
  return [
    `### ${cell(summary)}`,
    `\`${name}\` · \`${operation.operationId}\` · ${loginOf(operation)}`,
    description ?? '',
    given.length > 0 ? table(['parameter', 'in', 'what'], given) : '',
    ...bodies,
    table(['answer', 'what'], answers),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

function loginOf({ security = [] }: Operation): string {
  if (security.some((one) => 'solidOidc' in one)) return 'Solid-OIDC login';
  if (security.some((one) => 'vaultServer' in one)) return 'signed by a vault server';
  return 'no login';
}
