import { checkHandlers } from './check-handlers.js';
import { defineJob, type Job, type JobHandler } from './job.js';

const jobNamed = (name: string): Job =>
  defineJob({ name, queue: 'media', attempts: 1, backoffMs: 0, timeoutMs: 1_000 });
const handlerOf = (job: Job): JobHandler => ({ job, handle: () => Promise.resolve() });

describe('checkHandlers', () => {
  const [first, second] = [jobNamed('media.process'), jobNamed('digest.make')];

  it('pairs each job with its handler', () => {
    const handlers = [handlerOf(second), handlerOf(first)];
    expect(checkHandlers([first, second], handlers)).toEqual(
      new Map([
        ['digest.make', handlers[0]],
        ['media.process', handlers[1]],
      ]),
    );
  });

  it.each([
    ['a job without a handler', [first, second], [first], 'digest.make has no handler'],
    ['a job with two', [first], [first, first], 'media.process has two handlers'],
    ['a handler without a job', [first], [first, second], 'digest.make has a handler and is not in the catalogue'],
    ['a name given twice', [first, jobNamed('media.process')], [first], 'media.process is twice in the catalogue'],
  ])('refuses %s', (_, catalogue, handled, sentence) => {
    const check = () => checkHandlers(catalogue, handled.map(handlerOf));
    expect(check).toThrow(sentence);
    expect(check).toThrow(expect.objectContaining({ reason: 'queue.handlers_mismatch' }));
  });

  it('names all faults at once', () => {
    expect(() => checkHandlers([first, second], [])).toThrow(/media\.process.*digest\.make/);
  });
});

describe('defineJob', () => {
  const fine = { name: 'media.process', queue: 'media', attempts: 3, backoffMs: 1_000, timeoutMs: 60_000 };

  it('keeps the definition', () => {
    expect(defineJob(fine)).toEqual(fine);
  });

  it.each([
    { name: 'process' },
    { name: 'Media.process' },
    { name: 'media:process' },
    { queue: 'a:b' },
    { queue: '' },
    { attempts: 0 },
    { attempts: 1.5 },
    { attempts: 51 },
    { backoffMs: -1 },
    { timeoutMs: 0 },
    { timeoutMs: Number.NaN },
  ])('refuses %j', (fault) => {
    expect(() => defineJob({ ...fine, ...fault })).toThrow(TypeError);
  });
});
