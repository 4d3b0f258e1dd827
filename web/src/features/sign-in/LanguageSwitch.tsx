import { useLingui } from '@lingui/react/macro';
import { speak } from '~/i18n';
import { type Language, setPreferences, usePreferences } from '~/preferences';
import { ChipChoice } from '~/ui';

/** Each language is named in itself. */
const languages: { value: Language; label: string }[] = [
  { value: 'en', label: 'English' },
  { value: 'es', label: 'Español' },
];

/** The words are there before the choice is shown as made. */
export function LanguageSwitch({ label }: { label?: string }) {
  const { t } = useLingui();
  const { language } = usePreferences();
  const choose = async (next: Language) => {
    await speak(next);
    setPreferences({ language: next });
  };
  return (
    <ChipChoice
      label={label ?? t`Language`}
      choices={languages}
      value={language}
      onChange={(next) => void choose(next)}
    />
  );
}
