import { useText } from '../i18n/text.tsx';
import { keepTheme, showTheme, type ThemeChoice, themeChoices } from '../theme/theme.ts';

/** How the app looks; a choice counts at once. */
export function ChooseTheme({
  chosen,
  onChoose,
}: {
  readonly chosen: ThemeChoice;
  readonly onChoose: (choice: ThemeChoice) => void;
}) {
  const { text } = useText();
  return (
    <fieldset className="card">
      <legend>{text('settings.theme')}</legend>
      {themeChoices.map((choice) => (
        <label key={choice} className="tick">
          <input
            type="radio"
            name="theme"
            checked={choice === chosen}
            onChange={() => {
              showTheme(window, choice);
              keepTheme(localStorage, choice);
              onChoose(choice);
            }}
          />
          {text(`settings.theme.${choice}`)}
        </label>
      ))}
    </fieldset>
  );
}
