import { micromark } from 'micromark';
import { gfmAutolinkLiteral, gfmAutolinkLiteralHtml } from 'micromark-extension-gfm-autolink-literal';
import { gfmStrikethrough, gfmStrikethroughHtml } from 'micromark-extension-gfm-strikethrough';
import { type Decoration, decorate } from './decorate';

/**
 * Markdown as safe HTML: raw HTML in it is shown as text, addresses of dangerous kinds are dropped, and pictures from
 * elsewhere stay links, so that reading a post tells nobody that it is read.
 */
export function render(markdown: string, decoration: Decoration): string {
  const html = micromark(markdown, {
    extensions: [
      gfmAutolinkLiteral(),
      gfmStrikethrough({ singleTilde: false }),
      { disable: { null: ['labelStartImage'] } },
    ],
    htmlExtensions: [gfmAutolinkLiteralHtml(), gfmStrikethroughHtml()],
  });
  return decorate(html, decoration);
}
