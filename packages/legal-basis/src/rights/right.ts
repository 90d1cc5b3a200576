import type { Words } from '../findings/finding.ts';

/** Rights of the data subject, in the order people need them. */
export const rights = [
  'withdraw',
  'object',
  'rectification',
  'restriction',
  'erasure',
  'portability',
  'access',
  'information',
  'notify-recipients',
  'no-automated-decision',
  'complaint',
  'court',
] as const;
export type Right = (typeof rights)[number];

/** What one right is in one situation. */
export interface RightInContext {
  readonly right: Right;
  /** Of the GDPR. */
  readonly article: string;
  readonly available: 'yes' | 'no' | 'conditional';
  readonly why: Words;
  /** What the citizen can press; absent when there is nothing to do. */
  readonly action?:
    | 'stop'
    | 'object'
    | 'correct'
    | 'restrict'
    | 'erase'
    | 'export'
    | 'ask'
    | 'complain';
}
