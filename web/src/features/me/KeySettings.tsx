import { useLingui } from '@lingui/react/macro';
import { setPreferences, usePreferences } from '~/preferences';
import { Check, ChipChoice, Section, Stack } from '~/ui';

/** Single keys can be switched off or limited to Alt, as WCAG 2.1.4 asks. */
export function KeySettings() {
  const { t } = useLingui();
  const { keys, blankWhenAway } = usePreferences();
  return (
    <Section title={t`Keys and privacy`}>
      <Stack>
        <ChipChoice
          label={t`Single-key shortcuts`}
          hint={t`Press ? anywhere to see them all. Shift three times always leaves.`}
          value={keys}
          onChange={(next) => setPreferences({ keys: next })}
          choices={[
            { value: 'on', label: t`On` },
            { value: 'alt', label: t`Only with Alt` },
            { value: 'off', label: t`Off` },
          ]}
        />
        <Check
          label={t`Cover the page when I switch away`}
          hint={t`As soon as another tab or window is in front.`}
          value={blankWhenAway}
          onChange={(next) => setPreferences({ blankWhenAway: next })}
        />
      </Stack>
    </Section>
  );
}
