import fc from 'fast-check';
import { nothingAsked } from './asking';
import { type Draft, fromServer, isEmpty, isSame, merge, newDraft, type ServerFields, toServer } from './draft';

const draft = (change: Partial<Draft>): Draft => ({ ...newDraft('k', 0), ...change });
const base = toServer(draft({ title: 'Captions', body: 'One.' }));
const here = (change: Partial<Draft>) => draft({ title: 'Captions', body: 'One.', onServer: base, ...change });

describe('a draft here and on the server', () => {
  it('comes back from the server as it was', () => {
    const given = draft({
      channelId: 'c',
      title: 'Captions',
      body: 'Two places.',
      people: [{ id: 'm1', name: '' }],
      asking: { ...nothingAsked, choice: 'reply', when: { is: 'days', days: 1 } },
      publishAt: '2026-11-24T08:00:00Z',
      attachments: [{ mediaId: 'x', filename: '', isRecording: false }],
    });
    expect(isSame(toServer(fromServer('k', 's', toServer(given), 0)), toServer(given))).toBe(true);
  });

  it('takes a field from the side that changed it', () => {
    const merged = merge(here({ title: 'Captions?' }), { ...base, body: 'One. Two.' });
    expect([merged.title, merged.body]).toEqual(['Captions?', 'One. Two.']);
  });

  it('keeps both texts where both changed', () => {
    const merged = merge(here({ body: 'Mine.' }), { ...base, body: 'Theirs.' });
    expect(merged.body).toBe('Mine.\n\nTheirs.');
  });

  it('keeps one text where it goes on from the other', () => {
    expect(merge(here({ body: 'One. Two. Three.' }), { ...base, body: 'One. Two.' }).body).toBe('One. Two. Three.');
  });

  it('never loses a recording that is still on its way', () => {
    const recording = { uploadId: 'u', filename: 'Recording.mp4', isRecording: true };
    expect(merge(here({ attachments: [recording] }), { ...base, mediaIds: ['x'] }).attachments).toEqual([
      { mediaId: 'x', filename: '', isRecording: false },
      recording,
    ]);
  });

  it('changes nothing where the server has nothing new', () => {
    const text = fc.string({ maxLength: 20 });
    fc.assert(
      fc.property(text, text, (title, body) => {
        const mine = here({ title, body });
        return isSame(toServer(merge(mine, base)), toServer(mine));
      }),
    );
  });

  it('is the server’s where nothing was written here since', () => {
    const texts = fc.record({ title: fc.string({ maxLength: 20 }), body: fc.string({ maxLength: 20 }) });
    fc.assert(
      fc.property(texts, (changed) => {
        const server: ServerFields = { ...base, ...changed };
        return isSame(toServer(merge(here({}), server)), server);
      }),
    );
  });

  it('knows when nothing would be missed', () => {
    expect(isEmpty(newDraft('k', 0))).toBe(true);
    expect(isEmpty(draft({ body: ' a' }))).toBe(false);
  });
});
