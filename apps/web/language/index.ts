export { Trans, useLingui } from '@lingui/react';
export { bytesWords } from './bytes';
export { duration, durationWords, longDuration } from './durations';
export { type Locale, locales } from './locales';
export { i18n, startLanguage, switchLocale } from './start-language';
export { type Times, useTimes } from './times';
export { setZone, useZone } from './zone';
