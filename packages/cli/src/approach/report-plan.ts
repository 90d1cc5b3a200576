import type { ApproachPlan } from '@grondslag/agency';
import { exitCodes } from '../exit-codes.ts';
import type { Report } from '../print-outcome.ts';

/** What a dry run found, for people. */
export function reportPlan(plan: ApproachPlan, again: string): Report {
  const { mandate, basis, laws, citizens, log, digest } = plan;
  const { name, task, weighing, dataNeeds, retentionDays } = mandate;
  const fields = dataNeeds.map(
    ({ claimType, fields }) =>
      `${claimType.replace(/^.*[#/]|Credential$/g, '')} (${fields.join(', ')})`,
  );
  return {
    lines: [
      'Dry run: nothing was read, nobody was told.',
      `Mandate: ${name.en ?? name.nl} (${mandate.id}, version ${mandate.version})`,
      `Ground: Article 6(1)(${basis}) GDPR; ${laws.map(({ en }) => en).join('; ')}`,
      `Task: ${task.en ?? task.nl}`,
      `Citizens: ${citizens.total}; at none of your vault servers: ${citizens.elsewhere} (other route)`,
      `Would be read: ${fields.join('; ')}`,
      `Would be on record: ${log.records} in your log at most (${log.activity}), ${log.accesses} at the authority; each citizen sees it and is told ${log.told}`,
      `Kept: ${retentionDays} days at most`,
      ...(weighing
        ? [
            `Weighed: ${weighing.outcome}, by ${weighing.by.name} (${weighing.by.role}), ${weighing.at.slice(0, 10)}`,
            ...Object.values(weighing.questions).flatMap(({ conditions }) =>
              conditions.map((condition) => `  on condition: ${condition}`),
            ),
          ]
        : []),
      'Nothing is decided about anybody by this: a person looks at the list, and sends the letters (Article 22).',
      `Next: ${again} --plan ${digest} --out FOLDER`,
    ],
    exitCode: exitCodes.ok,
  };
}
