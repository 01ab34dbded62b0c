import { SignInAttempts } from './sign-in-attempts.js';

const refusalOf = (work: Promise<void>): Promise<string> =>
  work.then(
    () => 'not refused',
    (error: { reason: string }) => error.reason,
  );

describe('tries to come in', () => {
  let attempts: SignInAttempts;
  beforeEach(() => {
    attempts = new SignInAttempts();
  });

  const tries = async (times: number, doorOf: (index: number) => string, place = '192.0.2.1'): Promise<string[]> => {
    const answers: string[] = [];
    for (let index = 0; index < times; index++) answers.push(await refusalOf(attempts.count(doorOf(index), place)));
    return answers;
  };
  const refused = (answers: string[]): number => answers.filter((answer) => answer !== 'not refused').length;

  it('are ten at one door from one place; other doors and other places stay open', async () => {
    expect(refused(await tries(10, () => 'ada@orchard.example'))).toBe(0);
    expect(await tries(1, () => 'ada@orchard.example')).toEqual(['session.too_many_attempts']);
    expect(refused(await tries(1, () => 'ben@orchard.example'))).toBe(0);
    expect(refused(await tries(1, () => 'ada@orchard.example', '198.51.100.1'))).toBe(0);
  });

  it('are a hundred at all doors from one place', async () => {
    expect(refused(await tries(100, (index) => `person-${index}`))).toBe(0);
    expect(refused(await tries(3, (index) => `other-${index}`))).toBe(3);
  });

  it('say how long to wait', async () => {
    await tries(10, () => 'a');
    const refusal = await attempts.count('a', '192.0.2.1').catch((error: unknown) => error);
    expect(refusal).toMatchObject({ code: 'RATE_LIMITED', data: { seconds: 300 } });
  });

  it('do not count where somebody came in: an office behind one address signs in at nine', async () => {
    for (let person = 0; person < 300; person++) {
      await attempts.count(`person-${person}`, '192.0.2.1');
      await attempts.succeeded(`person-${person}`, '192.0.2.1');
    }
    for (let times = 0; times < 20; times++) {
      await attempts.count('ada', '192.0.2.1');
      await attempts.succeeded('ada', '192.0.2.1');
    }
    expect(refused(await tries(10, () => 'ada'))).toBe(0);
  });

  it('at another door are not made good by coming in at one', async () => {
    await tries(10, () => 'ada');
    await attempts.count('own', '192.0.2.1');
    await attempts.succeeded('own', '192.0.2.1');
    expect(await tries(1, () => 'ada')).toEqual(['session.too_many_attempts']);
  });
});
