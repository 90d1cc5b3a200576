import { LawfulAccessPage } from './lawful-access/lawful-access-page.tsx';
import { WeighingPage } from './lawful-access/weighing-page.tsx';
import { NoticeList } from './notices/notice-list.tsx';
import { MyObjections } from './objections/my-objections.tsx';
import { ObjectPage } from './objections/object-page.tsx';
import { ObjectionPage } from './objections/objection-page.tsx';

/** Pages about what the law governs: most visits need none of them, so they are loaded together when one is. */
export const lawPages = {
  lawfulAccess: LawfulAccessPage,
  weighing: WeighingPage,
  object: ObjectPage,
  objection: ObjectionPage,
  objections: MyObjections,
  notices: NoticeList,
} as const;
