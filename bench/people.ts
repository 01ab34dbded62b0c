import type { SeededRandom } from './seeded-random.js';

export const DAY_MS = 86_400_000;

export interface MemberRow {
  id: string;
  handle: string;
  name: string;
  email: string | null;
  role: 'OWNER' | 'ADMIN' | 'MEMBER' | 'GUEST';
  is_bot: boolean;
  time_zone: string;
  week: { day: string; startMinute: number; endMinute: number }[];
  created_at: string;
}

export interface ChannelRow {
  id: string;
  slug: string;
  name: string;
  purpose: string;
  visibility: 'PUBLIC' | 'PRIVATE' | 'DIRECT';
  direct_key: string | null;
  created_by_id: string;
  created_at: string;
}

export interface MembershipRow {
  channel_id: string;
  member_id: string;
  involvement: 'FOLLOWING' | 'DIGEST' | 'MUTED';
  joined_at: string;
}

/** A channel with those who write in it: posts of others would be visible and untypical. */
export interface Circle {
  channel: ChannelRow;
  members: MemberRow[];
}

const ZONES = [
  'Europe/Berlin',
  'Europe/Lisbon',
  'Europe/Warsaw',
  'Europe/Athens',
  'Africa/Lagos',
  'Africa/Nairobi',
  'Africa/Cairo',
  'America/New_York',
  'America/Chicago',
  'America/Denver',
  'America/Los_Angeles',
  'America/Sao_Paulo',
  'America/Bogota',
  'America/St_Johns',
  'Asia/Kolkata',
  'Asia/Kathmandu',
  'Asia/Tokyo',
  'Asia/Singapore',
  'Asia/Manila',
  'Asia/Dubai',
  'Australia/Sydney',
  'Australia/Adelaide',
  'Pacific/Auckland',
  'Pacific/Honolulu',
];
const WEEKDAYS = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY'];
const FIRST_NAMES = [
  'Amara',
  'Bela',
  'Chidi',
  'Dana',
  'Emeka',
  'Freya',
  'Goran',
  'Hana',
  'Ines',
  'Jonas',
  'Kofi',
  'Lena',
];
const LAST_NAMES = [
  'Abebe',
  'Brandt',
  'Costa',
  'Diaz',
  'Eriksen',
  'Fofana',
  'Gupta',
  'Hoang',
  'Ivanov',
  'Jensen',
  'Kato',
];

/** @param nowMs everything was made before */
export function makeMembers(random: SeededRandom, count: number, nowMs: number): MemberRow[] {
  return Array.from({ length: count }, (_, at) => {
    const createdMs = nowMs - random.integer(380, 700) * DAY_MS;
    const isBot = at > 20 && random.chance(0.01);
    const role = at === 0 ? 'OWNER' : at % 100 === 1 ? 'ADMIN' : at > 10 && random.chance(0.05) ? 'GUEST' : 'MEMBER';
    return {
      id: random.id(createdMs),
      handle: `member${at}`,
      name: `${random.pick(FIRST_NAMES)} ${random.pick(LAST_NAMES)} ${at}`,
      email: isBot ? null : `member${at}@example.org`,
      role: isBot ? 'MEMBER' : role,
      is_bot: isBot,
      time_zone: random.pick(ZONES),
      week: weekOf(random),
      created_at: instant(createdMs),
    };
  });
}

/** Whole days, short weeks and split days. */
function weekOf(random: SeededRandom): MemberRow['week'] {
  const start = random.integer(14, 20) * 30;
  const days = random.chance(0.15) ? WEEKDAYS.slice(0, 4) : WEEKDAYS;
  const isSplit = random.chance(0.2);
  return days.flatMap((day) =>
    isSplit
      ? [
          { day, startMinute: start, endMinute: start + 240 },
          { day, startMinute: start + 360, endMinute: start + 600 },
        ]
      : [{ day, startMinute: start, endMinute: start + 480 }],
  );
}

export function makeCircles(random: SeededRandom, count: number, everybody: MemberRow[], nowMs: number): Circle[] {
  const regulars = everybody.filter(({ role }) => role !== 'GUEST');
  const circles: Circle[] = [];
  const directKeys = new Set<string>();
  while (circles.length < count) {
    const at = circles.length;
    const visibility = at % 20 < 12 ? 'PUBLIC' : at % 20 < 17 ? 'PRIVATE' : 'DIRECT';
    const size = visibility === 'PUBLIC' ? [40, 300] : visibility === 'PRIVATE' ? [8, 60] : [2, 4];
    const members = random.sample(visibility === 'DIRECT' ? regulars : everybody, random.integer(size[0]!, size[1]!));
    // Somebody must be able to write there.
    if (!members.some(({ role }) => role !== 'GUEST')) members.push(regulars[0]!);
    const createdMs = nowMs - random.integer(366, 379) * DAY_MS;
    const id = random.id(createdMs);
    const isDirect = visibility === 'DIRECT';
    const directKey = isDirect
      ? members
          .map((member) => member.id)
          .sort()
          .join(' ')
      : null;
    if (directKey && directKeys.has(directKey)) continue;
    if (directKey) directKeys.add(directKey);
    const channel = {
      id,
      slug: isDirect ? `direct-${id}` : `channel-${at}`,
      name: isDirect ? members.map(({ name }) => name).join(', ') : `Channel ${at}: ${random.words(3)}`,
      purpose: random.words(8),
      visibility,
      direct_key: directKey,
      created_by_id: members[0]!.id,
      created_at: instant(createdMs),
    } as const;
    circles.push({ channel, members });
  }
  return circles;
}

export function* membershipsOf(random: SeededRandom, circles: readonly Circle[]): Generator<MembershipRow> {
  for (const { channel, members } of circles) {
    for (const { id } of members) {
      const involvement = random.chance(0.75) ? 'FOLLOWING' : random.chance(0.7) ? 'DIGEST' : 'MUTED';
      yield { channel_id: channel.id, member_id: id, involvement, joined_at: channel.created_at };
    }
  }
}

export const instant = (ms: number): string => new Date(ms).toISOString();
