import { i18n } from '@lingui/core';
import { I18nProvider } from '@lingui/react';
import { RouterProvider } from '@tanstack/react-router';
import { useState } from 'react';
import { Provider } from 'urql';
import { newClient } from './gql/client';
import { router } from './router';
import { UiProvider } from './ui/UiProvider';

/** Language, look, server, and the screens. */
export function App() {
  const [client] = useState(newClient);
  return (
    <I18nProvider i18n={i18n}>
      <UiProvider>
        <Provider value={client}>
          <RouterProvider router={router} />
        </Provider>
      </UiProvider>
    </I18nProvider>
  );
}
