import type {
  CorrectionView,
  LawfulAccessView,
  ObjectionView,
  RightsRequestView,
} from '@grondslag/legal-basis';
import type { AccessDenial, AccessGrant } from '@grondslag/protocol';
import type { Ending } from '../authority/records-client.ts';
import { shortId } from '../routes.tsx';

/** Something that was decided or told, and that the citizen can show later. */
export type Receipt = {
  /** For the address of its page. */
  readonly id: string;
  readonly at: Date;
  /** WebID of the organisation it is about; of a report the id of the source. */
  readonly agency: string;
} & (
  | { readonly kind: 'yes' | 'stopped'; readonly grant: AccessGrant }
  | { readonly kind: 'no'; readonly denial: AccessDenial }
  | { readonly kind: 'law'; readonly view: LawfulAccessView }
  | { readonly kind: 'objection'; readonly view: ObjectionView }
  | { readonly kind: 'request'; readonly view: RightsRequestView }
  | { readonly kind: 'report'; readonly view: CorrectionView }
);

/** What receipts are made from. */
export interface Records {
  readonly grants: readonly AccessGrant[];
  /** When permissions were ended, by id. */
  readonly endings: ReadonlyMap<string, Ending>;
  readonly denials: readonly AccessDenial[];
  readonly accesses: readonly LawfulAccessView[];
  readonly objections: readonly ObjectionView[];
  readonly requests: readonly RightsRequestView[];
  readonly corrections: readonly CorrectionView[];
}

/** A receipt of each decision of the citizen, and of each time that the law decided, newest first. */
export function receiptsOf(records: Records): Receipt[] {
  return [
    ...records.grants.flatMap((grant) => {
      const agency = grant.credentialSubject.providedConsent.isProvidedTo;
      const ended = records.endings.get(grant.id);
      return [
        receipt({ kind: 'yes', grant }, grant.id, grant.issuanceDate, agency),
        // What an agency gave up is no decision of the citizen.
        ...(ended && !ended.byAgency
          ? [receipt({ kind: 'stopped', grant }, grant.id, ended.at, agency)]
          : []),
      ];
    }),
    ...records.denials.map((denial) =>
      receipt(
        { kind: 'no', denial },
        denial.id,
        denial.issuanceDate,
        denial.credentialSubject.providedConsent.isProvidedTo,
      ),
    ),
    ...records.accesses.map((view) =>
      receipt({ kind: 'law', view }, view.access.id, view.access.issuedAt, view.access.agency),
    ),
    ...records.objections.map((view) =>
      receipt(
        { kind: 'objection', view },
        view.objection.id,
        view.objection.receivedAt,
        view.objection.agency,
      ),
    ),
    ...records.requests.map((view) =>
      receipt(
        { kind: 'request', view },
        view.request.id,
        view.request.receivedAt,
        view.request.agency,
      ),
    ),
    // What an agency reported is no deed of the citizen.
    ...records.corrections
      .filter(({ correction }) => !correction.reportedBy)
      .map((view) =>
        receipt(
          { kind: 'report', view },
          view.correction.id,
          view.correction.receivedAt,
          view.correction.source,
        ),
      ),
  ].toSorted((a, b) => b.at.getTime() - a.at.getTime());
}

type About = Receipt extends infer Each
  ? Each extends Receipt
    ? Omit<Each, 'id' | 'at' | 'agency'>
    : never
  : never;

function receipt(about: About, id: string, at: string | Date, agency: string): Receipt {
  return { ...about, id: `${about.kind}-${shortId(id)}`, at: new Date(at), agency } as Receipt;
}
