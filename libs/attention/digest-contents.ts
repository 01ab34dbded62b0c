import type { Id } from '#kernel';

export const digestSectionKinds = ['YOU_OWE', 'ANSWERS_TO_YOU', 'MENTIONS', 'CONCLUSIONS', 'FOLLOWED', 'FYI'] as const;
export type DigestSectionKind = (typeof digestSectionKinds)[number];

/** What a digest lists, by id: texts are read when it is shown, with the rights that its member has then. */
export interface DigestItem {
  threadId: Id;
  postId: Id;
  expectedResponseId?: Id;
}

export interface DigestContents {
  kind: DigestSectionKind;
  items: DigestItem[];
}

/** Longer sections end with the most recent ones; the hub itself has the rest. */
export const MAX_SECTION = 50;

/**
 * A digest from what was found for each section: in the order of sections, each post once, where it asks most of its
 * reader; what is owed comes before everything.
 */
export function digestContents(
  found: Readonly<Partial<Record<DigestSectionKind, readonly DigestItem[]>>>,
): DigestContents[] {
  const listed = new Set<Id>();
  const sections: DigestContents[] = [];
  for (const kind of digestSectionKinds) {
    const items: DigestItem[] = [];
    for (const item of found[kind] ?? []) {
      if (items.length === MAX_SECTION) break;
      if (listed.has(item.postId)) continue;
      listed.add(item.postId);
      items.push(item);
    }
    if (items.length > 0) sections.push({ kind, items });
  }
  return sections;
}
