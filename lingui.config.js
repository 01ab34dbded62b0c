import { formatter } from '@lingui/format-json';

/**
 * The languages of the web client. A message is its own English text, so English needs no catalogue; the others are
 * `{ "English text": "translation" }`, brought up to date by `npm run texts`.
 */
export default {
  sourceLocale: 'en',
  locales: ['en', 'de', 'es', 'fr', 'ja', 'ar'],
  catalogs: [
    {
      path: '<rootDir>/apps/web/locales/{locale}',
      include: ['<rootDir>/apps/web'],
      exclude: ['**/*.spec.ts', '**/*.d.ts', '**/vite.config.ts'],
    },
  ],
  format: formatter({ style: 'minimal', explicitIdAsDefault: false }),
  orderBy: 'messageId',
};
