import { MantineProvider } from '@mantine/core';
import { DatesProvider } from '@mantine/dates';
import type { ReactNode } from 'react';
import 'dayjs/locale/es';
import { usePreferences } from '~/preferences';
import { preferenceColorScheme } from './theme/colorScheme';
import { theme } from './theme/theme';

/** Everything on screen lives in here. Variables come from `adoptTheme`, so none are injected. */
export function UiProvider({ children }: { children: ReactNode }) {
  const { language } = usePreferences();
  return (
    <MantineProvider
      theme={theme}
      withCssVariables={false}
      withGlobalClasses={false}
      colorSchemeManager={preferenceColorScheme}
      defaultColorScheme="auto"
    >
      <DatesProvider settings={{ locale: language, firstDayOfWeek: 0, weekendDays: [] }}>
        {children}
      </DatesProvider>
    </MantineProvider>
  );
}
