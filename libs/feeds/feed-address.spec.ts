import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { newId } from '#kernel';
import { feedToken, isFeedToken, memberOfToken } from './feed-address.js';

const key = randomBytes(32);

describe('the token of a feed', () => {
  const [memberId, edition] = [newId(), newId()];
  const token = feedToken(key, memberId, 'PODCAST', edition);

  it('names its member, is the same each time, and stands in an address as it is', () => {
    expect(memberOfToken(token)).toBe(memberId);
    expect(feedToken(key, memberId, 'PODCAST', edition)).toBe(token);
    expect(token).toMatch(/^mtf_[\w-]{64}$/);
    expect(isFeedToken(key, token, memberId, 'PODCAST', edition)).toBe(true);
  });

  it('is another one for another feed, edition, member or installation', () => {
    const others = [
      feedToken(key, memberId, 'CALENDAR', edition),
      feedToken(key, memberId, 'PODCAST', newId()),
      feedToken(key, memberId, 'PODCAST', null),
      feedToken(key, newId(), 'PODCAST', edition),
      feedToken(randomBytes(32), memberId, 'PODCAST', edition),
    ];
    expect(new Set([token, ...others]).size).toBe(6);
    for (const other of others) expect(isFeedToken(key, other, memberId, 'PODCAST', edition)).toBe(false);
  });

  it('has one spelling: whatever is changed in it opens nothing', () => {
    fc.assert(
      fc.property(fc.nat(token.length - 1), fc.constantFrom(...'ABCxyz019-_=+/ .'), (place, sign) => {
        const changed = token.slice(0, place) + sign + token.slice(place + 1);
        fc.pre(changed !== token);
        expect(isFeedToken(key, changed, memberId, 'PODCAST', edition)).toBe(false);
      }),
    );
    for (const text of ['', 'mtf_', 'x'.repeat(68), token.slice(0, -2), token.slice(4)]) {
      expect(memberOfToken(text)).toBeUndefined();
    }
    for (const text of ['', 'mtf_', token.slice(0, -1), `${token}A`, `${token}=`, token.slice(4)]) {
      expect(isFeedToken(key, text, memberId, 'PODCAST', edition)).toBe(false);
    }
  });
});
