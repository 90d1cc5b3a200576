import { article6Of, type LawfulAccessView } from '@grondslag/legal-basis';
import type { ReactNode } from 'react';
import { localText } from '../i18n/language.ts';
import { useLanguage, useText } from '../i18n/text.tsx';
import { purposeLabel } from '../requests/purposes.ts';
import { RIGHTS } from '../rights/rights-list.tsx';
import { plainWords } from '../ui/plain-words.ts';
import { TheirWords } from '../ui/their-words.tsx';
import { COMPLAIN } from './complain.tsx';
import { ContactLines } from './contact-lines.tsx';
import { kindsInWords } from './data-words.ts';
import { daysInWords } from './days-in-words.ts';
import { useMandate } from './law-queries.ts';
import { LawReferences } from './law-references.tsx';
import { agencyName, provisionInWords } from './law-words.ts';

/** What Articles 13 and 14 GDPR want told, both sets in one list. */
export function LawInformation({ view }: { readonly view: LawfulAccessView }) {
  const words = useText();
  const { text, day, until, list } = words;
  const { language } = useLanguage();
  const mandate = useMandate(view.mandate).data?.mandate;
  const { access, information } = view;
  const letter = article6Of(access.basis);
  const purpose = purposeLabel(access.purpose, words);
  const sources = information.sources.map(({ name }) => plainWords(localText(name, language), 100));
  return (
    <section aria-labelledby="information">
      <h2 id="information">{text('lawInfo.title')}</h2>
      <dl className="lines">
        <Line name={text('lawInfo.controller')}>
          <dd className="value">{agencyName(view, language)}</dd>
          <ContactLines contact={information.controller.contact} />
        </Line>
        <Line name={text('lawInfo.officer')}>
          <ContactLines contact={information.dataProtectionOfficer} />
        </Line>
        <Line name={text('law.purpose')}>
          {purpose && <dd>{text(purpose)}</dd>}
          <dd>
            <TheirWords words={access.task} />
          </dd>
        </Line>
        <Line name={text('lawInfo.basis')}>
          {letter && letter !== 'a' && letter !== 'b' && (
            <dd>
              {text(`lawInfo.basis.${letter}`)}
              <br />
              <span className="quiet">{text('gdpr.article', { article: `6(1)(${letter})` })}</span>
            </dd>
          )}
          {access.lawRefs.length > 0 && <LawReferences view={view} />}
          {access.specialCategoryBasis !== undefined && (
            <dd>
              {text('lawInfo.special')}
              <br />
              <span className="quiet">
                {text('gdpr.article', { article: `9(2)(${access.specialCategoryBasis.at(-1)})` })}
              </span>
            </dd>
          )}
          {access.article10 && (
            <dd>
              {text('lawInfo.criminal')}:{' '}
              {provisionInWords(access.article10, view, language, words)}
            </dd>
          )}
          {access.identityNumberRule && (
            <dd>
              {text('lawInfo.number')}:{' '}
              {provisionInWords(access.identityNumberRule, view, language, words)}
            </dd>
          )}
        </Line>
        <Line name={text('lawInfo.kinds')}>
          <dd>{kindsInWords(access.dataNeeds, words)}</dd>
        </Line>
        <Line name={text('lawInfo.source')}>
          <dd>
            {sources.length > 0
              ? text('lawInfo.sources', { sources: list(sources) })
              : text('lawInfo.sourcesUnknown')}
          </dd>
        </Line>
        <Line name={text('lawInfo.duty')}>
          <dd>{text('lawInfo.noDuty')}</dd>
        </Line>
        <Line name={text('lawInfo.recipients')}>
          {information.recipients.length === 0 && <dd>{text('lawInfo.noRecipients')}</dd>}
          {information.recipients.map((recipient) => (
            <dd key={recipient.nl}>
              <TheirWords words={recipient} maxLength={200} />
            </dd>
          ))}
        </Line>
        <Line name={text('lawInfo.reading')}>
          <dd>
            {text('lawInfo.from', { date: day(new Date(access.validFrom)) })}{' '}
            {until(new Date(access.validUntil))}
          </dd>
        </Line>
        {mandate && (
          <Line name={text('lawInfo.endsWhen')}>
            <dd>
              <TheirWords words={mandate.endsWhen} />
            </dd>
          </Line>
        )}
        <Line name={text('lawInfo.retention')}>
          <dd>{daysInWords(information.retentionDays, words)}</dd>
        </Line>
        {mandate?.protocol && (
          <Line name={text('lawInfo.protocol')}>
            <dd>
              {text('lawInfo.published', {
                url: mandate.protocol.url,
                date: words.calendarDay(mandate.protocol.publishedOn),
              })}
            </dd>
          </Line>
        )}
        <Line name={text('rights.title')}>
          <dd>
            <a href={`#${RIGHTS}`}>{text('lawInfo.toRights')}</a>
          </dd>
        </Line>
        <Line name={text('complaint.title')}>
          <dd>
            <a href={`#${COMPLAIN}`}>{text('lawInfo.toComplaint')}</a>
          </dd>
        </Line>
      </dl>
    </section>
  );
}

function Line({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      {children}
    </div>
  );
}
