import type { ComponentType } from 'react';
import type { Chapter } from './i18n/messages/chapters.ts';
import type { RouteName } from './routes.tsx';

type Page = ComponentType<{ readonly id: string }>;

/** A page that is loaded when first shown, and the chapters of words it needs. */
export interface LazyPage {
  readonly chapters: readonly Chapter[];
  load(): Promise<Page>;
}

/** Every page but the start, which is in the first load. */
export const pages: Readonly<Record<Exclude<RouteName, 'home'>, LazyPage>> = {
  facts: {
    chapters: ['facts'],
    load: async () => (await import('./facts/my-facts.tsx')).MyFacts,
  },
  report: {
    chapters: ['facts', 'corrections'],
    load: async () => (await import('./corrections/report-page.tsx')).ReportPage,
  },
  requests: {
    chapters: ['facts', 'requests'],
    load: async () => (await import('./requests/request-inbox.tsx')).RequestInbox,
  },
  request: {
    chapters: ['facts', 'requests', 'law'],
    load: async () => (await import('./requests/decide-on-request.tsx')).DecideOnRequest,
  },
  grants: {
    chapters: ['facts', 'grants', 'law', 'objections', 'counter', 'helpers'],
    load: async () => (await import('./grants/grant-overview.tsx')).GrantOverview,
  },
  grant: {
    chapters: ['facts', 'grants', 'law', 'rights', 'counter'],
    load: async () => (await import('./grants/grant-page.tsx')).GrantPage,
  },
  askRight: {
    chapters: ['facts', 'law', 'rights'],
    load: async () => (await import('./rights/ask-right.tsx')).AskRight,
  },
  stopGrant: {
    chapters: ['facts', 'grants', 'rights'],
    load: async () => (await import('./grants/stop-grant.tsx')).StopGrant,
  },
  lawfulAccess: {
    chapters: ['facts', 'law', 'objections'],
    load: async () => (await import('./lawful-access/lawful-access-page.tsx')).LawfulAccessPage,
  },
  weighing: {
    chapters: ['facts', 'law'],
    load: async () => (await import('./lawful-access/weighing-page.tsx')).WeighingPage,
  },
  object: {
    chapters: ['facts', 'law', 'objections'],
    load: async () => (await import('./objections/object-page.tsx')).ObjectPage,
  },
  objection: {
    chapters: ['facts', 'law', 'objections', 'grants'],
    load: async () => (await import('./objections/objection-page.tsx')).ObjectionPage,
  },
  objections: {
    chapters: ['facts', 'law', 'objections', 'rights', 'corrections', 'grants'],
    load: async () => (await import('./objections/my-objections.tsx')).MyObjections,
  },
  correction: {
    chapters: ['facts', 'law', 'corrections', 'grants'],
    load: async () => (await import('./corrections/correction-page.tsx')).CorrectionPage,
  },
  notices: {
    chapters: ['facts', 'law', 'objections'],
    load: async () => (await import('./notices/notice-list.tsx')).NoticeList,
  },
  log: {
    chapters: ['facts', 'log', 'law', 'objections'],
    load: async () => (await import('./log/who-read-what.tsx')).WhoReadWhat,
  },
  receipts: {
    chapters: ['facts', 'law', 'receipts', 'counter', 'grants'],
    load: async () => (await import('./receipts/receipt-list.tsx')).ReceiptList,
  },
  receipt: {
    chapters: ['facts', 'law', 'receipts', 'counter', 'grants'],
    load: async () => (await import('./receipts/receipt-page.tsx')).ReceiptPage,
  },
  help: {
    chapters: ['help', 'counter', 'helpers'],
    load: async () => (await import('./help/help.tsx')).Help,
  },
  letter: {
    chapters: ['counter'],
    load: async () => (await import('./counter/letter-code.tsx')).LetterCode,
  },
  counterEntries: {
    chapters: ['counter'],
    load: async () => (await import('./counter/entry-list.tsx')).EntryList,
  },
  counter: {
    chapters: ['counter', 'facts', 'requests', 'grants', 'law'],
    load: async () => (await import('./counter/counter.tsx')).Counter,
  },
  settings: {
    chapters: ['settings'],
    load: async () => (await import('./settings/settings-page.tsx')).Settings,
  },
  accessibility: {
    chapters: ['accessibility'],
    load: async () => (await import('./accessibility/accessibility-page.tsx')).Accessibility,
  },
  helpers: {
    chapters: ['facts', 'helpers'],
    load: async () => (await import('./helpers/my-helpers.tsx')).MyHelpers,
  },
  inviteHelper: {
    chapters: ['facts', 'helpers'],
    load: async () => (await import('./helpers/invite-helper.tsx')).InviteHelper,
  },
  helper: {
    chapters: ['facts', 'helpers'],
    load: async () => (await import('./helpers/helper-page.tsx')).HelperPage,
  },
  becomeHelper: {
    chapters: ['facts', 'helpers'],
    load: async () => (await import('./helpers/become-helper.tsx')).BecomeHelper,
  },
  represented: {
    chapters: ['facts', 'helpers', 'representation'],
    load: async () => (await import('./representation/represented-page.tsx')).RepresentedPage,
  },
  ofAge: {
    chapters: ['facts', 'law', 'helpers', 'representation'],
    load: async () => (await import('./representation/of-age-page.tsx')).OfAgePage,
  },
  elsewhere: {
    chapters: ['requests'],
    load: async () => (await import('./way-back/question-elsewhere.tsx')).QuestionElsewhere,
  },
};
