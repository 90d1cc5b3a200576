import * as z from 'zod';
import { noticeInformationSchema } from './lawful-access-view.ts';

/** What a citizen is told of. */
export const noticeKindSchema = z.enum([
  'access-given',
  'emergency-access',
  'access-suspended',
  'access-resumed',
  'access-ended',
  'emergency-reviewed',
  'objection-received',
  'objection-extended',
  'objection-exception',
  'objection-answered',
]);
export type NoticeKind = z.infer<typeof noticeKindSchema>;

/** Something a citizen is told (Articles 12 to 14 GDPR). */
export const openNoticeSchema = z.strictObject({
  id: z.uuid(),
  delayed: z.literal(false),
  kind: noticeKindSchema,
  at: z.iso.datetime(),
  /** WebID. */
  agency: z.url(),
  /** `access.id` of the lawful access. */
  access: z.url(),
  objection: z.url().exactOptional(),
  /** Of access that is given. */
  information: noticeInformationSchema.exactOptional(),
});

/** The place of something told later: that it is there, and until when, and nothing else. */
export const delayedNoticeSchema = z.strictObject({
  id: z.uuid(),
  delayed: z.literal(true),
  until: z.iso.datetime(),
});

export const noticeSchema = z
  .discriminatedUnion('delayed', [openNoticeSchema, delayedNoticeSchema])
  .meta({ id: 'Notice' });
export type Notice = z.infer<typeof noticeSchema>;
