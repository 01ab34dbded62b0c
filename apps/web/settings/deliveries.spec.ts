import { byEvent } from './deliveries';

const delivery = (eventKey: string, route: string) => ({ eventKey, route }) as Parameters<typeof byEvent>[0][number];

describe('deliveries of the settings', () => {
  it('are put together by their event, in its order, the hub first', () => {
    const events = byEvent([delivery('b', 'DIGEST'), delivery('b', 'IN_APP'), delivery('a', 'EMAIL')]);
    expect(events.map(({ key, ways }) => [key, ways.map(({ route }) => route)])).toEqual([
      ['b', ['IN_APP', 'DIGEST']],
      ['a', ['EMAIL']],
    ]);
    expect(events[0]!.first.route).toBe('IN_APP');
  });
});
