/** Lengths in characters. */
export const channelLimits = { name: 80, slug: 60, purpose: 500, addedAtOnce: 500, directPeople: { min: 2, max: 9 } };

const slugShape = /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/;

/** Small letters, digits and hyphens between them: what stands in an address of the hub. */
export const isSlug = (text: string): boolean => text.length <= channelLimits.slug && slugShape.test(text);

/** A slug made from a name leaves this much for a number at its end. */
const MADE_SLUG_LENGTH = channelLimits.slug - '-999'.length;

/** A slug from a name: `Größe & Form` becomes `grosse-form`; `channel` where no Latin letter or digit is left. */
export function slugOf(name: string): string {
  const plain = name
    .replace(/ß/g, 'ss')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-/, '')
    .slice(0, MADE_SLUG_LENGTH)
    .replace(/-$/, '');
  return plain || 'channel';
}

/** The first of `slug`, `slug-2`, `slug-3` … that is not taken. */
export function freeSlug(slug: string, taken: ReadonlySet<string>): string {
  let free = slug;
  for (let count = 2; taken.has(free); count++) free = `${slug}-${count}`;
  return free;
}

/** A DIRECT channel is called after its people. */
export function directName(handles: readonly string[]): string {
  const all = [...handles].sort().join(', ');
  return all.length <= channelLimits.name ? all : `${all.slice(0, channelLimits.name - 1)}…`;
}

/** The same people, in whatever order, have the same key. */
export const directKey = (memberIds: Iterable<string>): string => [...new Set(memberIds)].sort().join(' ');
