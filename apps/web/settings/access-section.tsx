import { type FormEvent, useState } from 'react';
import { useMutation, useQuery } from 'urql';
import { graphql, sentenceOf, storage } from '../api';
import { Field, Icon, Problem } from '../design';
import { useLingui, useTimes } from '../language';
import { notice } from '../notice';
import { TokenList } from './token-list';

const AccessQuery = graphql(`
  query OwnAccess {
    viewer {
      sessions {
        id
        createdAt
        lastUsedAt
        userAgent
        isCurrent
      }
    }
  }
`);
const ChangePassword = graphql(`
  mutation ChangePassword($input: ChangePasswordInput!) {
    changePassword(input: $input) {
      member {
        id
      }
    }
  }
`);
const Revoke = graphql(`
  mutation RevokeSession($input: RevokeSessionInput!) {
    revokeSession(input: $input) {
      revoked
    }
  }
`);
const SignOut = graphql(`
  mutation SignOut {
    signOut {
      signedOut
    }
  }
`);

/** Where one is signed in, the password, tokens for programs, one's own data, and the way out. */
export function AccessSection() {
  const { i18n } = useLingui();
  const times = useTimes();
  const [{ data }, refetch] = useQuery({ query: AccessQuery });
  const [, revoke] = useMutation(Revoke);
  const [, signOut] = useMutation(SignOut);
  const sessions = data?.viewer?.sessions ?? [];
  const end = async (sessionId: string | null) => {
    const { error } = await revoke({ input: { sessionId } });
    if (error) notice({ text: sentenceOf(i18n, error), isProblem: true });
    else notice({ text: i18n._('Signed out there.') });
    refetch({ requestPolicy: 'network-only' });
  };
  return (
    <>
      <h3>{i18n._('Signed in')}</h3>
      <ul className="absences">
        {sessions.map(({ id, isCurrent, lastUsedAt, userAgent }) => (
          <li key={id}>
            <span>
              {deviceOf(userAgent) ?? i18n._('Another device')}
              <small>
                {isCurrent ? i18n._('this one') : i18n._('last used {time}', { time: times.since(lastUsedAt) })}
              </small>
            </span>
            {!isCurrent && (
              <button type="button" className="btn bare" onClick={() => void end(id)}>
                {i18n._('Sign out there')}
              </button>
            )}
          </li>
        ))}
      </ul>
      {sessions.length > 2 && (
        <p>
          <button type="button" className="btn quiet" onClick={() => void end(null)}>
            {i18n._('Sign out everywhere else')}
          </button>
        </p>
      )}
      <Password />
      <h3>{i18n._('Tokens for programs')}</h3>
      <TokenList />
      <h3>{i18n._('Your data')}</h3>
      <p className="hint-line">{i18n._('All you wrote and recorded, as files that other programs read.')}</p>
      <p className="times">
        <a className="btn quiet" href="/export/me" download>
          <Icon name="download" small />
          {i18n._('Download my data')}
        </a>
        <button
          type="button"
          className="btn quiet"
          onClick={async () => {
            await signOut({});
            await storage.clear();
            location.assign('/sign-in');
          }}
        >
          <Icon name="out" small flips />
          {i18n._('Sign out')}
        </button>
      </p>
    </>
  );
}

function Password() {
  const { i18n } = useLingui();
  const [{ fetching }, change] = useMutation(ChangePassword);
  const [problem, setProblem] = useState<string>();
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const texts = new FormData(form);
    const { error } = await change({
      input: { currentPassword: String(texts.get('current')), newPassword: String(texts.get('new')) },
    });
    setProblem(error && sentenceOf(i18n, error));
    if (error) return;
    form.reset();
    notice({ text: i18n._('The password is changed. Other devices are signed out.') });
  };
  return (
    <form className="password" onSubmit={submit}>
      <h3>{i18n._('Password')}</h3>
      <div className="three">
        <Field
          label={i18n._('The one until now')}
          name="current"
          type="password"
          autoComplete="current-password"
          required
        />
        <Field
          label={i18n._('The new one')}
          name="new"
          type="password"
          autoComplete="new-password"
          minLength={10}
          required
        />
        <button type="submit" className="btn quiet" disabled={fetching}>
          {i18n._('Change it')}
        </button>
      </div>
      {problem && <Problem>{problem}</Problem>}
    </form>
  );
}

/** "Firefox on Linux": enough to know a device by. */
function deviceOf(userAgent: string | null): string | undefined {
  const browser = /(Edg|Firefox|Chrome|Safari)/.exec(userAgent ?? '')?.[1]?.replace('Edg', 'Edge');
  const system = /(Windows|Mac OS X|Android|iPhone|iPad|Linux)/
    .exec(userAgent ?? '')?.[1]
    ?.replace('Mac OS X', 'macOS');
  return browser && system ? `${browser}, ${system}` : (browser ?? userAgent?.slice(0, 40) ?? undefined);
}
