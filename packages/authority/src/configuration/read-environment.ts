import { readFileSync } from 'node:fs';
import * as z from 'zod';
import { authorityConfigSchema } from '../config.ts';

const PREFIX = 'GRONDSLAG_AUTHORITY_';
const FILE_SUFFIX = '_FILE';

/** Environment variable of a member of the configuration: `baseUrl` is `GRONDSLAG_AUTHORITY_BASE_URL`. */
export function variableOf(member: string): string {
  return PREFIX + member.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase();
}

/** The part of a configuration that the environment gives. */
export interface EnvironmentConfig {
  readonly members: Readonly<Record<string, unknown>>;
  /** Variable that each of these members came from. */
  readonly variables: ReadonlyMap<string, string>;
  /** What cannot be read, with the name of the variable and never its value. */
  readonly mistakes: readonly string[];
}

/**
 * Reads each member of the configuration from the variable with its name, or from the file that the variable with
 * `_FILE` behind it names, so that secrets can be mounted as files. Text and numbers are written as they are, lists of
 * text with spaces between, anything else as JSON.
 */
export function readEnvironment(
  environment: Readonly<Record<string, string | undefined>>,
): EnvironmentConfig {
  const members: Record<string, unknown> = {};
  const variables = new Map<string, string>();
  const mistakes: string[] = [];
  const { shape } = authorityConfigSchema;
  const byVariable = new Map(
    Object.entries(shape).map(([name, of]) => [variableOf(name), { name, of }]),
  );
  for (const [variable, value] of Object.entries(environment)) {
    // An empty variable is how a container file leaves one out.
    if (!variable.startsWith(PREFIX) || value === undefined || value === '') continue;
    const plain = byVariable.get(variable);
    const fromFile = byVariable.get(variable.replace(/_FILE$/, ''));
    const setting = plain ?? fromFile;
    if (setting === undefined) {
      mistakes.push(`${variable}: there is no such setting`);
    } else if (variables.has(setting.name)) {
      mistakes.push(`${variable}: give either this or the same with ${FILE_SUFFIX}, not both`);
    } else {
      variables.set(setting.name, variable);
      try {
        const text = plain ? value : readFileSync(value, 'utf8').trim();
        members[setting.name] = readValue(text, kindOf(setting.of));
      } catch (error) {
        mistakes.push(
          `${variable}: ${error instanceof SyntaxError ? 'should be JSON' : 'names a file that cannot be read'}`,
        );
      }
    }
  }
  return { members, variables, mistakes };
}

type Kind = 'text' | 'number' | 'list' | 'json';

function kindOf(schema: z.core.$ZodType): Kind {
  if (
    schema instanceof z.ZodDefault ||
    schema instanceof z.ZodPrefault ||
    schema instanceof z.ZodExactOptional ||
    schema instanceof z.ZodOptional
  ) {
    return kindOf(schema.unwrap());
  }
  if (
    schema instanceof z.ZodString ||
    schema instanceof z.ZodStringFormat ||
    schema instanceof z.ZodEnum ||
    (schema instanceof z.ZodUnion && schema.options.every((option) => kindOf(option) === 'text'))
  )
    return 'text';
  if (schema instanceof z.ZodNumber) return 'number';
  if (schema instanceof z.ZodArray && kindOf(schema.element) === 'text') return 'list';
  return 'json';
}

function readValue(text: string, kind: Kind): unknown {
  if (kind === 'text') return text;
  // What is no number stays text, and the schema says so.
  if (kind === 'number') return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text;
  if (kind === 'list') return text.split(/\s+/).filter((part) => part !== '');
  return JSON.parse(text) as unknown;
}
