/** A person: their picture, or two letters on a tint that stays theirs. Their name stands beside it, so it is silent. */
export function Avatar({
  member,
  size = 'md',
}: {
  member: { id: string; name: string; avatarUrl?: string | null };
  size?: 'xs' | 'sm' | 'md' | 'lg';
}) {
  if (member.avatarUrl)
    return <img className={`av ${size}`} src={member.avatarUrl} alt="" loading="lazy" decoding="async" />;
  return (
    <span className={`av ${size} ${tints[tintOf(member.id)]}`} aria-hidden="true">
      {initialsOf(member.name)}
    </span>
  );
}

const tints = ['a', 'b', 'c', 'd', 'e', 'f'];

/** The tail of an id is random, its head is a time. */
const tintOf = (id: string): number =>
  [...id.slice(-6)].reduce((sum, letter) => sum + letter.codePointAt(0)!, 0) % tints.length;

export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/);
  const first = [...(words[0] ?? '')][0] ?? '';
  const last = words.length > 1 ? ([...words.at(-1)!][0] ?? '') : '';
  return (first + last).toLocaleUpperCase();
}
