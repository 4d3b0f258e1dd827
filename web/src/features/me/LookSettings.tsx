import { useLingui } from '@lingui/react/macro';
import { LanguageSwitch } from '~/features/sign-in/LanguageSwitch';
import { setPreferences, usePreferences } from '~/preferences';
import { ChipChoice, Section, Stack } from '~/ui';

/** Language and look of this browser. They say nothing about anybody, so they stay on it. */
export function LookSettings() {
  const { t } = useLingui();
  const { scheme, density, font } = usePreferences();
  return (
    <Section title={t`Language and look`}>
      <Stack>
        <LanguageSwitch />
        <ChipChoice
          label={t`Colors`}
          value={scheme}
          onChange={(next) => setPreferences({ scheme: next })}
          choices={[
            { value: 'auto', label: t`As the device` },
            { value: 'light', label: t`Light` },
            { value: 'dark', label: t`Dark` },
          ]}
        />
        <ChipChoice
          label={t`Space between things`}
          value={density}
          onChange={(next) => setPreferences({ density: next })}
          choices={[
            { value: 'roomy', label: t`Roomy` },
            { value: 'compact', label: t`Compact` },
          ]}
        />
        <ChipChoice
          label={t`Letters`}
          value={font}
          onChange={(next) => setPreferences({ font: next })}
          choices={[
            { value: 'plain', label: t`Plain` },
            { value: 'reading', label: t`Easier to tell apart` },
          ]}
        />
      </Stack>
    </Section>
  );
}
