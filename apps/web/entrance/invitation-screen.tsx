import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useMutation } from 'urql';
import { graphql, type Refusal, refusalOf, sentenceOf, storage } from '../api';
import { Field, Problem } from '../design';
import { useLingui, useTimes } from '../language';
import { usePageTitle } from '../shell';
import { EntranceFrame, handleFrom, textsOf } from './entrance-frame';

const AcceptInvitation = graphql(`
  mutation AcceptInvitation($input: AcceptInvitationInput!) {
    acceptInvitation(input: $input) {
      viewer {
        member {
          id
        }
      }
    }
  }
`);

const route = getRouteApi('/accept-invite');

/** From an invitation to the inbox: a name, a handle, a password, and the zone that this device is in. */
export function InvitationScreen() {
  const { i18n } = useLingui();
  const times = useTimes();
  const { code = '' } = route.useSearch();
  const [{ fetching }, accept] = useMutation(AcceptInvitation);
  const [refusal, setRefusal] = useState<Refusal>();
  const [problem, setProblem] = useState<string>();
  const [handle, setHandle] = useState('');
  const [timeZone] = useState(() => Intl.DateTimeFormat().resolvedOptions().timeZone);
  usePageTitle(i18n._('Join the team'));
  const wrong = (field: string) => (refusal?.field === field ? refusal.message : undefined);

  return (
    <EntranceFrame
      title={i18n._('You are invited')}
      lead={i18n._('Messages here wait for your working hours. Tell the team who you are; you set your hours next.')}
    >
      <form
        onSubmit={async (event) => {
          const texts = textsOf(event);
          setRefusal(undefined);
          setProblem(undefined);
          const input = {
            code: texts.code ?? code,
            name: texts.name?.trim() ?? '',
            handle: handle.trim(),
            password: texts.password ?? '',
            timeZone,
          };
          const { error } = await accept({ input });
          if (!error) {
            await storage.clear();
            location.replace('/settings?welcome=1');
          } else {
            setRefusal(refusalOf(error));
            setProblem(sentenceOf(i18n, error));
          }
        }}
      >
        {!code && (
          <Field label={i18n._('Invitation code')} name="code" required autoComplete="off" problem={wrong('code')} />
        )}
        <Field
          label={i18n._('Your name')}
          name="name"
          autoComplete="name"
          required
          autoFocus
          problem={wrong('name')}
          onChange={(event) => setHandle(handleFrom(event.target.value))}
        />
        <Field
          label={i18n._('Handle')}
          name="handle"
          hint={i18n._('People mention you with it: @{handle}', { handle: handle || 'you' })}
          required
          value={handle}
          onChange={(event) => setHandle(event.target.value)}
          problem={wrong('handle')}
          autoComplete="off"
        />
        <Field
          label={i18n._('Password')}
          name="password"
          type="password"
          autoComplete="new-password"
          required
          minLength={10}
          hint={i18n._('At least ten characters. A sentence is good.')}
          problem={wrong('password')}
        />
        <p className="hint-line">
          {i18n._('Time zone: {place}, now {time}.', {
            place: times.place(timeZone),
            time: times.clock(Date.now(), timeZone),
          })}
        </p>
        {problem && !refusal?.field && <Problem>{problem}</Problem>}
        {problem && refusal?.field === 'code' && code && <Problem>{problem}</Problem>}
        <button type="submit" className="btn primary wide" disabled={fetching}>
          {i18n._('Join')}
        </button>
      </form>
    </EntranceFrame>
  );
}
