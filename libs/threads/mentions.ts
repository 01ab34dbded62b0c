/** `@mira` at the start of a word; not in a mail address, nor behind another @ or a slash. */
const mention = /(?<![\w@/.])@([a-z0-9][a-z0-9_.-]{0,31})/gi;
const code = /```[\s\S]*?(```|$)|`[^`\n]*`/g;

/** More than anyone means; the rest of a longer list is text. */
const MAX_MENTIONS = 50;

/** The handles that a Markdown text mentions, lower case, each once; what stands in code is no mention. */
export function mentionedHandles(body: string): string[] {
  if (!body.includes('@')) return [];
  const handles = new Set<string>();
  for (const [, handle] of body.replace(code, ' ').matchAll(mention)) {
    handles.add(handle!.toLowerCase().replace(/[.-]+$/, ''));
    if (handles.size === MAX_MENTIONS) break;
  }
  return [...handles];
}
