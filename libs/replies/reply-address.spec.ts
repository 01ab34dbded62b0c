import fc from 'fast-check';
import { newId } from '#kernel';
import { ReplyAddressCodec } from './reply-address.js';

const codec = new ReplyAddressCodec('a secret of thirty-two characters', 'reply.orchard.example');
const id = fc.uuid().map((one) => one.toLowerCase());

describe('reply addresses', () => {
  it('name their thread, whatever mail programs do to capitals, and prove whose they are', () => {
    fc.assert(
      fc.property(id, id, id, (member, other, thread) => {
        const address = codec.addressFor(member, thread);
        expect(address.indexOf('@')).toBeLessThanOrEqual(64);
        for (const written of [address, address.toUpperCase()]) {
          const target = codec.read(written)!;
          expect(target.threadId).toBe(thread);
          expect(codec.isOf(target, member)).toBe(true);
          expect(codec.isOf(target, other)).toBe(member === other);
        }
      }),
    );
  });

  it('are not made up: a changed letter is no address, or another proof', () => {
    const letters = 'abcdefghijklmnopqrstuvwxyz234567';
    fc.assert(
      fc.property(id, id, fc.nat(47), fc.nat(31), (member, thread, at, letter) => {
        const address = codec.addressFor(member, thread);
        const changed = address.slice(0, 2 + at) + letters[letter]! + address.slice(3 + at);
        fc.pre(changed !== address);
        const target = codec.read(changed);
        expect(target && codec.isOf(target, member)).toBeFalsy();
      }),
    );
  });

  it('are those of this hub alone', () => {
    const address = codec.addressFor(newId(), newId());
    const others = new ReplyAddressCodec('another secret of thirty-two chars', 'reply.orchard.example');
    expect(others.read(address)).toBeUndefined();
    for (const no of [
      address.replace('orchard', 'garden'),
      `x${address}`,
      'postmaster@reply.orchard.example',
      '',
      'r-@x',
    ])
      expect(codec.read(no)).toBeUndefined();
  });
});
