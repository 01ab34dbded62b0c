/** An element to be written: attributes that are undefined are left out, as are children. */
export interface Element {
  name: string;
  attributes: Readonly<Record<string, string | number | undefined>>;
  children: readonly (Element | string | undefined)[];
}

export const element = (
  name: string,
  attributes: Element['attributes'] = {},
  ...children: Element['children']
): Element => ({ name, attributes, children });

/** What XML 1.0 has no way to say. @see https://www.w3.org/TR/xml/#charsets */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
const unwritable = /\p{Surrogate}|[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/gu;

/** Text as it stands between tags and in quotes: a carriage return would be read as a line feed, white space in quotes as blanks. */
const escaped = (text: string): string =>
  text.replace(unwritable, '').replace(/[&<>"'\r]/g, (sign) => `&#${sign.charCodeAt(0)};`);
const inQuotes = (text: string): string => escaped(text).replace(/[\t\n]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** A document of one element. */
export const xmlDocument = (root: Element): string => `<?xml version="1.0" encoding="UTF-8"?>\n${written(root, '')}\n`;

function written({ name, attributes, children }: Element, indent: string): string {
  const given = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${inQuotes(String(value))}"`)
    .join('');
  const content = children.filter((child) => child !== undefined);
  if (content.length === 0) return `${indent}<${name}${given}/>`;
  if (content.every((child) => typeof child === 'string')) {
    return `${indent}<${name}${given}>${escaped(content.join(''))}</${name}>`;
  }
  const lines = content.map((child) =>
    typeof child === 'string' ? `${indent}  ${escaped(child)}` : written(child, `${indent}  `),
  );
  return `${indent}<${name}${given}>\n${lines.join('\n')}\n${indent}</${name}>`;
}
