import type { Language } from './language.ts';
import { type MessageKey, nl } from './messages/nl.ts';

/** All messages in one language. */
export interface Spoken {
  readonly language: Language;
  readonly messages: Record<MessageKey, string>;
}

/** Messages of a language: Dutch is in the first page, others are loaded when chosen; Dutch when that fails. */
export async function loadMessages(language: Language): Promise<Spoken> {
  if (language === 'nl') return { language, messages: nl };
  try {
    const { en } = await import('./messages/en.ts');
    return { language, messages: en };
  } catch {
    return { language: 'nl', messages: nl };
  }
}
