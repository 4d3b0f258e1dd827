import { i18n } from '@lingui/core';
import { I18nProvider } from '@lingui/react';
import { RouterProvider } from '@tanstack/react-router';
import { router } from './router';
import { UiProvider } from './ui/UiProvider';

/** Language, look, and the screens. */
export function App() {
  return (
    <I18nProvider i18n={i18n}>
      <UiProvider>
        <RouterProvider router={router} />
      </UiProvider>
    </I18nProvider>
  );
}
