import { Body } from '@react-email/body';
import { Container } from '@react-email/container';
import { Head } from '@react-email/head';
import { Html } from '@react-email/html';
import { Link } from '@react-email/link';
import { Preview } from '@react-email/preview';
import { Section } from '@react-email/section';
import { Text } from '@react-email/text';
import { createElement as h, type ReactNode } from 'react';
import type { Words } from '#words';

/** The colours of the hub. Mail programs take them from the elements; those that know dark mode, from {@link DARK}. */
export const paint = {
  page: '#f4f6f5',
  card: '#ffffff',
  ink: '#16282d',
  quiet: '#52646a',
  line: '#dde3e2',
  accent: '#195c69',
  warm: '#9a4119',
  working: '#8cc4cd',
} as const;

/** By class, since a style on an element is stronger than any sheet. */
const DARK = `@media (prefers-color-scheme: dark) {
.m-page{background:#101617!important}.m-card{background:#182022!important;border-color:#2b3639!important}
.m-ink{color:#e8eeed!important}.m-quiet{color:#a3b3b6!important}.m-link{color:#8ed0dc!important}.m-warm{color:#f2a982!important}
.m-act{background:#8ed0dc!important;color:#0c2a30!important}.m-line{border-color:#2b3639!important}
.m-off{background:#2b3639!important}.m-working{background:#3f8390!important}.m-due{background:#f2a982!important}
}`;

const FONT = "Figtree, system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif";

export interface MailFrame {
  subject: string;
  /** What mail programs show beside the subject. */
  preview: string;
  organization: string;
  words: Words;
  footer: readonly { label: string; url: string }[];
}

/**
 * The frame of the hub's mails, by React Email: tables that old programs draw right, light and dark, and nothing that is
 * fetched from anywhere, so that nobody learns when it is read.
 */
export async function mailHtml(frame: MailFrame, ...content: ReactNode[]): Promise<string> {
  // Loaded with the first mail: most processes of a hub never write one.
  const { renderToStaticMarkup } = await import('react-dom/server');
  const { subject, preview, organization, words, footer } = frame;
  const links = footer.flatMap(({ label, url }, n) => [
    n > 0 ? ' · ' : '',
    h(
      Link,
      { key: url, href: url, className: 'm-quiet', style: { color: paint.quiet, textDecoration: 'underline' } },
      label,
    ),
  ]);
  const page = h(
    Html,
    { lang: words.locale, dir: words.isRightToLeft ? 'rtl' : 'ltr' },
    h(
      Head,
      null,
      h('meta', { name: 'viewport', content: 'width=device-width' }),
      h('meta', { name: 'color-scheme', content: 'light dark' }),
      h('meta', { name: 'supported-color-schemes', content: 'light dark' }),
      h('title', null, subject),
      h('style', null, DARK),
    ),
    h(
      Body,
      // As an attribute: a style would come to stand on the table within too, where dark mode does not reach it.
      {
        className: 'm-page',
        bgcolor: paint.page,
        style: { fontFamily: FONT, margin: 0, padding: '24px 12px' },
      } as object,
      h(Preview, null, preview),
      h(
        Container,
        { style: { maxWidth: '600px', width: '100%' } },
        quiet({ margin: '0 4px 12px', fontWeight: 600 }, organization),
        ...content,
        quiet({ margin: '16px 4px 0' }, ...links),
      ),
    ),
  );
  return `<!doctype html>${renderToStaticMarkup(page)}`;
}

type Style = Record<string, string | number>;

/** Long words break: a table would grow with them, and the mail with it. The second is for programs that know only it. */
const LINE = { margin: 0, overflowWrap: 'anywhere', wordBreak: 'break-word' } as const;

export const card = (...content: ReactNode[]): ReactNode =>
  h(
    Section,
    {
      className: 'm-card',
      style: {
        backgroundColor: paint.card,
        border: `1px solid ${paint.line}`,
        borderRadius: '12px',
        padding: '16px 20px',
        margin: '0 0 12px',
      },
    },
    ...content,
  );

export const ink = (style: Style, ...content: ReactNode[]): ReactNode =>
  h(
    Text,
    { className: 'm-ink', style: { ...LINE, color: paint.ink, fontSize: '15px', lineHeight: '22px', ...style } },
    ...content,
  );

export const quiet = (style: Style, ...content: ReactNode[]): ReactNode =>
  h(
    Text,
    { className: 'm-quiet', style: { ...LINE, color: paint.quiet, fontSize: '13px', lineHeight: '19px', ...style } },
    ...content,
  );

/** What somebody wrote: from its own side of the line, whatever the language of the mail. */
export const written = (text: string): ReactNode => h('span', { dir: 'auto', style: { display: 'block' } }, text);

export const warm = (text: string): ReactNode =>
  h('span', { className: 'm-warm', style: { color: paint.warm, fontWeight: 600 } }, text);

export const link = (url: string, ...content: ReactNode[]): ReactNode =>
  h(
    Link,
    { href: url, className: 'm-link', style: { color: paint.accent, fontWeight: 600, textDecoration: 'none' } },
    ...content,
  );

/** What is asked of the reader: one a card, so that the eye finds it. */
export const act = (url: string, label: string): ReactNode =>
  h(
    Text,
    { style: { margin: '12px 0 0' } },
    h(
      Link,
      {
        href: url,
        className: 'm-act',
        style: {
          backgroundColor: paint.accent,
          color: '#ffffff',
          borderRadius: '8px',
          display: 'inline-block',
          fontSize: '14px',
          fontWeight: 600,
          lineHeight: '20px',
          padding: '8px 16px',
          textDecoration: 'none',
        },
      },
      label,
    ),
  );
