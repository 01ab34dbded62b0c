import { checkJobId, checkPayload } from './check-payload.js';

describe('checkPayload', () => {
  const check = (payload: object) => () => checkPayload('media.process', payload);

  it.each([{}, { id: '0197' }, { text: 'ä 🎬 \\u0000 "quoted"\n' }, { list: [1, null, { deep: true }] }])(
    'takes %j',
    (payload) => {
      expect(check(payload)).not.toThrow();
    },
  );

  const cycle: { self?: object } = {};
  cycle.self = cycle;
  it.each<[string, object, string]>([
    ['U+0000 in a value', { deep: [{ text: 'a\u0000b' }] }, 'U+0000'],
    ['U+0000 in a name', { 'a\u0000': 1 }, 'U+0000'],
    ['half of a character', { text: '🎬'.slice(0, 1) }, 'half of a character'],
    ['a cycle', cycle, 'not JSON'],
    ['a bigint', { count: 1n }, 'not JSON'],
    ['a list', [1], 'no JSON object'],
    ['too much', { text: 'x'.repeat(65_536) }, 'send ids'],
  ])('refuses %s', (_, payload, sentence) => {
    expect(check(payload)).toThrow(sentence);
    expect(check(payload)).toThrow(expect.objectContaining({ reason: 'queue.invalid_payload' }));
  });
});

describe('checkJobId', () => {
  it.each(['0197a5f2-7c1e-7000-8000-000000000000', 'digest.2026-11-23', '1a'])('takes %s', (jobId) => {
    expect(() => checkJobId(jobId)).not.toThrow();
  });

  it.each(['', '123', 'a:b', 'a b', 'x'.repeat(201), 'ä'])('refuses %j', (jobId) => {
    expect(() => checkJobId(jobId)).toThrow(expect.objectContaining({ reason: 'queue.invalid_job_id' }));
  });
});
