import { decorate } from './decorate';

describe('decorate', () => {
  const stamp = (seconds: number, text: string) =>
    `<button type="button" class="stamp" data-seconds="${seconds}">${text}</button>`;

  it('turns time stamps within the recording into buttons', () => {
    expect(decorate('<p>start at 1:32.</p>', { seekableSeconds: 222 })).toBe(`<p>start at ${stamp(92, '1:32')}.</p>`);
    expect(decorate('1:02:03', { seekableSeconds: 4000 })).toBe(stamp(3723, '1:02:03'));
  });
  it('leaves times of the day, ratios and what lies beyond the recording alone', () => {
    for (const text of ['by 16:00 today', 'at 1:320', 'a:1:32', '12:30:75'])
      expect(decorate(text, { seekableSeconds: 222 })).toBe(text);
    expect(decorate('1:32', {})).toBe('1:32');
  });
  it('marks mentions, and the reader above others', () => {
    expect(decorate('Hi @mateo, @priya.', { viewerHandle: 'Priya' })).toBe(
      'Hi <span class="mention">@mateo</span>, <span class="mention me">@priya</span>.',
    );
    expect(decorate('mira@example.org', {})).toBe('mira@example.org');
  });
  it('touches neither code nor links, whose pages open elsewhere', () => {
    const html = '<code>@a 0:01</code> <a href="/x">0:01 @a</a>';
    expect(decorate(html, { seekableSeconds: 9 })).toBe(
      '<code>@a 0:01</code> <a target="_blank" rel="noopener noreferrer nofollow" href="/x">0:01 @a</a>',
    );
  });
});
