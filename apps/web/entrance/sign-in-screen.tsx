import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useMutation, useQuery } from 'urql';
import { graphql, refusalOf, sentenceOf, storage } from '../api';
import { Field, Problem } from '../design';
import { useLingui } from '../language';
import { usePageTitle } from '../shell';
import { EntranceFrame, textsOf } from './entrance-frame';

const OrganizationQuery = graphql(`
  query OrganizationName {
    organization {
      id
      name
    }
    viewer {
      member {
        id
      }
    }
  }
`);
const SignIn = graphql(`
  mutation SignIn($input: SignInInput!) {
    signIn(input: $input) {
      viewer {
        member {
          id
        }
      }
    }
  }
`);

const route = getRouteApi('/sign-in');

/** Address and password; a password manager may fill both. Goes back to where the person wanted to be. */
export function SignInScreen() {
  const { i18n } = useLingui();
  const { returnTo } = route.useSearch();
  const navigate = useNavigate();
  const [{ data, error }] = useQuery({ query: OrganizationQuery, requestPolicy: 'network-only' });
  const [{ fetching }, signIn] = useMutation(SignIn);
  const [problem, setProblem] = useState<string>();
  usePageTitle(i18n._('Sign in'));

  const isNotSetUp = refusalOf(error)?.reason === 'setup.not_done';
  useEffect(() => {
    if (isNotSetUp) void navigate({ to: '/welcome', replace: true });
  }, [isNotSetUp, navigate]);
  const isIn = Boolean(data?.viewer);
  useEffect(() => {
    if (isIn) void comeIn(returnTo);
  }, [isIn, returnTo]);

  return (
    <EntranceFrame
      title={data?.organization.name ?? i18n._('Sign in')}
      lead={i18n._('Sign in to see what waits for you. Nothing else will ask for your attention.')}
    >
      <form
        onSubmit={async (event) => {
          const { email = '', password = '' } = textsOf(event);
          setProblem(undefined);
          const answer = await signIn({ input: { email: email.trim(), password } });
          if (answer.error) setProblem(sentenceOf(i18n, answer.error));
          else await comeIn(returnTo);
        }}
      >
        <Field label={i18n._('Mail address')} name="email" type="email" autoComplete="username" required autoFocus />
        <Field label={i18n._('Password')} name="password" type="password" autoComplete="current-password" required />
        {problem && <Problem>{problem}</Problem>}
        <button type="submit" className="btn primary wide" disabled={fetching}>
          {i18n._('Sign in')}
        </button>
      </form>
      <p className="hint-line">{i18n._('No account yet? Ask an administrator of your team for an invitation.')}</p>
    </EntranceFrame>
  );
}

/** With a fresh page and an empty cache: nothing that was kept for somebody else stays. Only addresses of ours are followed. */
async function comeIn(returnTo: string | undefined): Promise<void> {
  await storage.clear();
  location.replace(returnTo?.startsWith('/') && !returnTo.startsWith('//') ? returnTo : '/inbox');
}
