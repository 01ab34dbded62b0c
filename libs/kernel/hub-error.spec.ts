import { type ErrorCode, errorCodes, HubError, invalidInput } from './hub-error.js';

describe('a refusal', () => {
  it('has the HTTP status of its code, and an operator hears of failures of ours alone', () => {
    for (const [code, status] of Object.entries(errorCodes)) {
      const error = new HubError(code as ErrorCode, 'thing.refused', 'This is refused.');
      expect(error.httpStatus).toBe(status);
      expect(error.isReportable).toBe(code === 'INTERNAL');
    }
  });

  it('keeps what it is about and what caused it', () => {
    const cause = new Error('below');
    const error = new HubError('CONFLICT', 'thing.taken', 'This is taken.', {
      field: 'slug',
      data: { slug: 'x' },
      cause,
    });
    expect(error).toMatchObject({ field: 'slug', data: { slug: 'x' }, cause, message: 'This is taken.' });
    expect(invalidInput('thing.bad', 'This is bad.')).toMatchObject({ code: 'INVALID_INPUT', reason: 'thing.bad' });
  });
});
