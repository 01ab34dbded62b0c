import { describe, expect, it } from '@jest/globals';
import type { Actor } from '#kernel';
import type { OpenSource } from './live-source.js';
import { type Subscriber, SubscriberGroup } from './subscriber-group.js';

const actor = (memberId: string): Actor => ({
  memberId,
  role: 'MEMBER',
  isBot: false,
  scopes: new Set(),
  credentialId: memberId,
});

/** A group over a source whose rights and values the example sets. */
function example() {
  const state = { allowed: new Set(['mira', 'tomas']), asked: 0, rendered: 0, failures: [] as unknown[] };
  const source: OpenSource = {
    key: 'thread:1',
    topics: [],
    isPersonal: false,
    allowed: async (members) => {
      state.asked += 1;
      return new Set(members.map(({ memberId }) => memberId).filter((id) => state.allowed.has(id)));
    },
    value: async (event) => ('isSilent' in event ? undefined : event),
  };
  const render = async (value: object): Promise<string> => {
    state.rendered += 1;
    return JSON.stringify(value);
  };
  const group = new SubscriberGroup(source, render, (error) => state.failures.push(error));
  const join = (memberId: string, isFast = true) => {
    const seen = { texts: [] as string[], isDropped: false, isEnded: false };
    const subscriber: Subscriber = {
      actor: actor(memberId),
      send: (text) => {
        seen.texts.push(text);
        return isFast;
      },
      drop: () => {
        seen.isDropped = true;
        group.remove(subscriber);
      },
      end: () => {
        seen.isEnded = true;
      },
    };
    group.add(subscriber);
    return seen;
  };
  return { state, group, join };
}

const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 10));

describe('a group of subscribers', () => {
  it('renders an event once and sends the same text to everybody, in the order of the events', async () => {
    const { state, group, join } = example();
    const mira = join('mira');
    const tomas = join('tomas');
    group.hear({ number: 1 });
    group.hear({ number: 2 });
    await settled();
    expect(mira.texts).toEqual(['{"number":1}', '{"number":2}']);
    expect(tomas.texts).toEqual(mira.texts);
    expect(state.rendered).toBe(2);
  });

  it('asks for rights before the first event, and again once somebody doubts them', async () => {
    const { state, group, join } = example();
    const mira = join('mira');
    const tomas = join('tomas');
    group.hear({ number: 1 });
    await settled();
    state.allowed.delete('tomas');
    group.hear({ number: 2 });
    await settled();
    expect(state.asked).toBe(1);
    group.doubtRights();
    group.hear({ number: 3 });
    await settled();
    expect(mira.texts).toHaveLength(3);
    expect(tomas.texts).not.toContain('{"number":3}');
    expect(tomas.isEnded).toBe(true);
    expect(group.size).toBe(1);
  });

  it('ends the connection of a reader who is too slow, and only theirs', async () => {
    const { group, join } = example();
    const slow = join('mira', false);
    const fast = join('tomas');
    group.hear({ number: 1 });
    group.hear({ number: 2 });
    await settled();
    expect(slow.isDropped).toBe(true);
    expect(fast.texts).toHaveLength(2);
  });

  it('says nothing where a source has nothing to tell', async () => {
    const { state, group, join } = example();
    const mira = join('mira');
    group.hear({ isSilent: true });
    await settled();
    expect(mira.texts).toEqual([]);
    expect(state.rendered).toBe(0);
  });

  it('goes on after an event that failed, and reports it', async () => {
    const { state, group, join } = example();
    const mira = join('mira');
    group.hear({
      toJSON() {
        throw new Error('cannot be written');
      },
    });
    group.hear({ number: 2 });
    await settled();
    expect(mira.texts).toEqual(['{"number":2}']);
    expect(state.failures).toHaveLength(1);
  });
});
