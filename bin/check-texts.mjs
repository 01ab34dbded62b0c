import { readFile } from 'node:fs/promises';
import { getCatalogs } from '@lingui/cli/api';
import { getConfig } from '@lingui/conf';
import { compileMessageOrThrow } from '@lingui/message-utils/compileMessage';

/*
 * node bin/check-texts.mjs: every text of the web client is translated into every language, with the same values in it,
 * and no catalogue holds a text that is gone. Names what is not so, and fails.
 */

const config = getConfig();
const [catalogue] = await getCatalogs(config);
const texts = Object.keys(await catalogue.collect());
const problems = [];

/** Names of values, and numbers of tags: what a translation may neither lose nor make up. */
function holes(text) {
  const names = new Set();
  const walk = (tokens) => {
    for (const token of tokens) {
      if (typeof token === 'string') {
        for (const [tag] of token.matchAll(/<\/?\w+\/?>/g)) names.add(tag);
        continue;
      }
      const [name, , forms] = token;
      if (name !== '#') names.add(name);
      for (const form of Object.values(forms ?? {}))
        if (Array.isArray(form)) walk(form);
        else if (typeof form === 'string') walk([form]);
    }
  };
  const message = compileMessageOrThrow(text);
  walk(typeof message === 'string' ? [message] : message);
  return [...names].sort().join(' ');
}

for (const locale of config.locales.filter((one) => one !== config.sourceLocale)) {
  const file = `apps/web/locales/${locale}.json`;
  const translations = JSON.parse(await readFile(file, 'utf8'));
  for (const text of texts) {
    const translation = translations[text];
    if (!translation) problems.push(`${file} lacks: ${text}`);
    else {
      try {
        if (holes(text) !== holes(translation)) problems.push(`${file} has other values: ${text} -> ${translation}`);
      } catch (error) {
        problems.push(`${file} cannot be read as ICU: ${translation} (${error.message})`);
      }
    }
  }
  const known = new Set(texts);
  for (const text of Object.keys(translations))
    if (!known.has(text)) problems.push(`${file} holds a text that is gone: ${text}`);
}

if (problems.length > 0) {
  console.error(
    `${problems.slice(0, 60).join('\n')}\n${problems.length} problems. \`npm run texts\` brings the catalogues up to date.`,
  );
  process.exitCode = 1;
} else console.log(`${texts.length} texts in ${config.locales.length} languages.`);
