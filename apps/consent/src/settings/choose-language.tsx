import { type Language, languages } from '../i18n/language.ts';
import { useLanguage, useText } from '../i18n/text.tsx';

/** The languages of the app, each by its own name; a choice counts at once. */
export function ChooseLanguage() {
  const { text } = useText();
  const { language, choose } = useLanguage();
  return (
    <fieldset className="card">
      <legend>{text('app.language')}</legend>
      {(Object.keys(languages) as Language[]).map((one) => (
        <label key={one} className="tick" lang={one}>
          <input
            type="radio"
            name="language"
            checked={one === language}
            onChange={() => choose(one)}
          />
          {languages[one]}
        </label>
      ))}
    </fieldset>
  );
}
