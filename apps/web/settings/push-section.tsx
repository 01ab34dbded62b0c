import { useEffect, useState } from 'react';
import { useMutation, useQuery } from 'urql';
import { graphql, sentenceOf } from '../api';
import { Icon, Switch } from '../design';
import { useLingui, useTimes } from '../language';
import { notice } from '../notice';
import { KindChoice } from './kind-choice';
import { type PushState, pushState, subscribe, subscription } from './push-device';

const DevicesQuery = graphql(`
  query PushDevices {
    viewer {
      pushKey
      pushDevices {
        id
        browser
        registeredAt
        isThisOne
      }
    }
  }
`);
const Register = graphql(`
  mutation RegisterPushDevice($input: RegisterPushDeviceInput!) {
    registerPushDevice(input: $input) {
      pushDevices {
        id
      }
    }
  }
`);
const Remove = graphql(`
  mutation RemovePushDevice($input: RemovePushDeviceInput!) {
    removePushDevice(input: $input) {
      pushDevices {
        id
      }
    }
  }
`);
const Test = graphql(`
  mutation TestPush {
    testPush {
      reached
    }
  }
`);

/** Notifications on this device and others: asked for here, and nowhere unasked. */
export function PushSection() {
  const { i18n } = useLingui();
  const times = useTimes();
  const [{ data }, refetch] = useQuery({ query: DevicesQuery });
  const [, register] = useMutation(Register);
  const [, remove] = useMutation(Remove);
  const [, test] = useMutation(Test);
  const [state, setState] = useState<PushState>();
  const devices = data?.viewer?.pushDevices ?? [];
  const isKnown = devices.some(({ isThisOne }) => isThisOne);
  useEffect(() => {
    if (data) void pushState(isKnown).then(setState);
  }, [data, isKnown]);
  const reload = () => refetch({ requestPolicy: 'network-only' });
  const tell = (problem: string) => notice({ text: problem, isProblem: true });

  async function turnOn() {
    try {
      const registration = await subscribe(data!.viewer!.pushKey);
      if (!registration) return setState(await pushState(false));
      const { error } = await register({ input: registration });
      if (error) tell(sentenceOf(i18n, error));
      else notice({ text: i18n._('This device tells you now: in your working hours, unless it is urgent.') });
    } catch {
      tell(i18n._('This browser could not reach its push service. Try again later, or in another browser.'));
    }
    reload();
  }
  async function turnOff(id: string, isThisOne: boolean) {
    const { error } = await remove({ input: { id } });
    if (error) tell(sentenceOf(i18n, error));
    if (isThisOne) await (await subscription())?.unsubscribe();
    reload();
  }
  async function tryIt() {
    const { data: answer, error } = await test({});
    if (error) tell(sentenceOf(i18n, error));
    else if (!answer?.testPush.reached) tell(i18n._('No device was reached. Turn it off and on again.'));
    reload();
  }

  const here = devices.find(({ isThisOne }) => isThisOne);
  return (
    <>
      <Switch
        label={i18n._('Tell me on this device')}
        hint={
          {
            unsupported: i18n._('This browser cannot. On a phone, add the hub to your home screen first.'),
            refused: i18n._(
              'The browser refuses it for this site. Allow notifications in its site settings, then come back.',
            ),
            off: i18n._('In your working hours, also while the hub is closed. At other times only what is urgent.'),
            on: i18n._('In your working hours, also while the hub is closed. At other times only what is urgent.'),
          }[state ?? 'off']
        }
        checked={state === 'on'}
        disabled={!state || state === 'unsupported' || state === 'refused'}
        onChange={(on) => void (on ? turnOn() : here && turnOff(here.id, true))}
      />
      {devices.length > 0 && (
        <ul className="absences" aria-label={i18n._('Devices that tell you')}>
          {devices.map(({ id, browser, registeredAt, isThisOne }) => (
            <li key={id}>
              <span>
                {isThisOne ? i18n._('This device') : (browser ?? i18n._('Another device'))}
                <small>{i18n._('since {time}', { time: times.date(registeredAt) })}</small>
              </span>
              <button
                type="button"
                className="ib"
                aria-label={i18n._('Remove: {day}', { day: browser ?? i18n._('Another device') })}
                title={i18n._('Remove')}
                onClick={() => void turnOff(id, isThisOne)}
              >
                <Icon name="close" small />
              </button>
            </li>
          ))}
        </ul>
      )}
      {devices.length > 0 && <KindChoice legend={i18n._('What your devices tell you')} way="pushFor" />}
      {devices.length > 0 && (
        <p>
          <button type="button" className="btn quiet" onClick={() => void tryIt()}>
            {i18n._('Show me how it looks')}
          </button>
        </p>
      )}
    </>
  );
}
