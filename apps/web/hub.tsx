import { I18nProvider } from '@lingui/react';
import { RouterProvider } from '@tanstack/react-router';
import { Provider } from 'urql';
import { client } from './api';
import { i18n } from './language';
import { Notices } from './notice';
import { router } from './routes';

/** The whole client: language, data, routes, and the notices above all of them. */
export function Hub() {
  return (
    <I18nProvider i18n={i18n}>
      <Provider value={client}>
        <RouterProvider router={router} />
        <Notices />
      </Provider>
    </I18nProvider>
  );
}
