import * as z from 'zod';

const PREFIX = 'org.w3id.grondslag';

/** What can be told, as the `type` of a CloudEvent: reverse DNS of our namespace, and a version of the data. */
export const eventTypeSchema = z
  .enum([
    `${PREFIX}.access-request.issued.v1`,
    `${PREFIX}.access-request.canceled.v1`,
    `${PREFIX}.access-grant.issued.v1`,
    `${PREFIX}.access-grant.revoked.v1`,
    `${PREFIX}.access-grant.suspended.v1`,
    `${PREFIX}.access-grant.resumed.v1`,
    `${PREFIX}.access-denial.issued.v1`,
    `${PREFIX}.access-denial.revoked.v1`,
    `${PREFIX}.lawful-access.given.v1`,
    `${PREFIX}.lawful-access.ended.v1`,
    `${PREFIX}.lawful-access.suspended.v1`,
    `${PREFIX}.lawful-access.resumed.v1`,
    `${PREFIX}.lawful-access.reviewed.v1`,
    `${PREFIX}.helper.accepted.v1`,
    `${PREFIX}.helper.started.v1`,
    `${PREFIX}.helper.ended.v1`,
    `${PREFIX}.helper.came-of-age.v1`,
    `${PREFIX}.correction.received.v1`,
    `${PREFIX}.correction.changed.v1`,
    `${PREFIX}.objection.received.v1`,
    `${PREFIX}.objection.changed.v1`,
    `${PREFIX}.rights-request.received.v1`,
    `${PREFIX}.rights-request.changed.v1`,
    `${PREFIX}.read.recorded.v1`,
  ])
  .meta({ id: 'EventType' });
export type EventType = z.infer<typeof eventTypeSchema>;

/**
 * Something that happened to what the reader takes part in (CloudEvents 1.0). It holds ids and times only:
 * what they stand for is asked for with a login.
 */
export const cloudEventSchema = z
  .strictObject({
    specversion: z.literal('1.0'),
    id: z.uuid().meta({ description: 'Of the event; the same however often it is told.' }),
    source: z.string().meta({ description: 'The authority.' }),
    type: eventTypeSchema,
    subject: z.url().meta({
      description:
        'The signed credential, the helper, the report, the objection or the request by a right; of what was read, the credential that allowed it.',
    }),
    time: z.iso.datetime().meta({
      description: 'When it happened; of what you are told later, when you are told.',
    }),
    datacontenttype: z.literal('application/json'),
    /** CloudEvents extension `sequence`. */
    sequence: z
      .string()
      .regex(/^\d{16}$/)
      .meta({
        description:
          'Place in your own order of events, without gaps; as text it sorts as it counts.',
      }),
    data: z.strictObject({
      kind: z.enum([
        'access-request',
        'access-grant',
        'access-denial',
        'lawful-access',
        'helper',
        'correction',
        'objection',
        'rights-request',
        'read',
      ]),
      id: z.uuid().meta({
        description: 'Last part of `subject`, which is its id in this API.',
      }),
      actedBy: z
        .url()
        .exactOptional()
        .meta({ description: 'The helper of the citizen who did it, where one did.' }),
    }),
  })
  .meta({ id: 'CloudEvent' });
export type CloudEvent = z.infer<typeof cloudEventSchema>;

/** Query of `GET v1/events`. */
export const eventsQuerySchema = z.strictObject({
  after: z.coerce
    .number()
    .pipe(z.int().min(0))
    .exactOptional()
    .meta({ description: 'Sequence of the last event you have; `Last-Event-ID` goes before it.' }),
  limit: z.coerce.number().pipe(z.int().min(1).max(500)).default(100),
});
