import type { Language } from './language.ts';
import { loadMessages, type Messages } from './load-messages.ts';
import type { Chapter } from './messages/chapters.ts';
import { messages as dutchStart } from './messages/nl/start.ts';

/** The words there are now. */
export interface Spoken {
  readonly language: Language;
  readonly messages: Messages;
}

/** What the app can say: the chapters asked for until now, in one language. */
export class Speech {
  readonly #chapters = new Set<Chapter>(['start']);
  readonly #listeners = new Set<() => void>();
  #asked: Language = 'nl';
  #spoken: Spoken = { language: 'nl', messages: dutchStart };

  get spoken(): Spoken {
    return this.#spoken;
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Everything in another language; what was there stays when it cannot be loaded. */
  async choose(language: Language): Promise<void> {
    this.#asked = language;
    try {
      await this.#load();
    } catch (error) {
      this.#asked = this.#spoken.language;
      throw error;
    }
  }

  /** These chapters too. */
  async need(chapters: readonly Chapter[]): Promise<void> {
    for (const chapter of chapters) this.#chapters.add(chapter);
    await this.#load();
  }

  async #load(): Promise<void> {
    const language = this.#asked;
    const chapters = [...this.#chapters];
    const loaded = await Promise.all(chapters.map((chapter) => loadMessages(language, chapter)));
    // More was asked meanwhile: that loading has all of this too.
    if (language !== this.#asked || chapters.length !== this.#chapters.size) return this.#load();
    this.#spoken = { language, messages: Object.assign({}, ...loaded) };
    for (const listener of this.#listeners) listener();
  }
}
