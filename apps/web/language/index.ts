// Rich texts take `Trans` from @lingui/react itself: that is where the extractor looks for it.
export { useLingui } from '@lingui/react';
export { bytesWords } from './bytes';
export { duration, durationWords, longDuration } from './durations';
export { type Locale, locales } from './locales';
export { i18n, startLanguage, switchLocale } from './start-language';
export { Times, useTimes } from './times';
export { currentZone, setZone, useZone } from './zone';
