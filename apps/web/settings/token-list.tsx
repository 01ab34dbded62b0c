import { useState } from 'react';
import { useMutation, useQuery } from 'urql';
import { graphql, sentenceOf } from '../api';
import { Field, Problem } from '../design';
import { useLingui, useTimes } from '../language';
import { notice } from '../notice';

const TokensQuery = graphql(`
  query AccessTokens {
    viewer {
      accessTokens {
        id
        name
        scopes
        createdAt
        lastUsedAt
        expiresAt
      }
    }
  }
`);
const Create = graphql(`
  mutation CreateToken($input: CreateAccessTokenInput!) {
    createAccessToken(input: $input) {
      id
      secret
    }
  }
`);
const Revoke = graphql(`
  mutation RevokeToken($input: RevokeAccessTokenInput!) {
    revokeAccessToken(input: $input) {
      revokedId
    }
  }
`);

/** Tokens let programs act for a person. Each is shown once. */
export function TokenList() {
  const { i18n } = useLingui();
  const times = useTimes();
  const [{ data }] = useQuery({ query: TokensQuery });
  const [, create] = useMutation(Create);
  const [, revoke] = useMutation(Revoke);
  const [name, setName] = useState('');
  const [mayWrite, setMayWrite] = useState(false);
  const [secret, setSecret] = useState<string>();
  const [problem, setProblem] = useState<string>();
  const make = async () => {
    const answer = await create({ input: { name: name.trim(), scopes: mayWrite ? ['READ', 'WRITE'] : ['READ'] } });
    setProblem(answer.error && sentenceOf(i18n, answer.error));
    setSecret(answer.data?.createAccessToken.secret);
    if (answer.data) setName('');
  };
  return (
    <>
      <ul className="absences">
        {data?.viewer?.accessTokens.map((token) => (
          <li key={token.id}>
            <span>
              {token.name}
              <small>
                {token.scopes.includes('WRITE') ? i18n._('reads and writes') : i18n._('reads')} ·{' '}
                {token.lastUsedAt
                  ? i18n._('last used {time}', { time: times.since(token.lastUsedAt) })
                  : i18n._('never used')}
              </small>
            </span>
            <button
              type="button"
              className="btn bare"
              aria-label={i18n._('Revoke {name}', { name: token.name })}
              onClick={async () => {
                const { error } = await revoke({ input: { accessTokenId: token.id } });
                notice(
                  error ? { text: sentenceOf(i18n, error), isProblem: true } : { text: i18n._('It works no more.') },
                );
              }}
            >
              {i18n._('Revoke')}
            </button>
          </li>
        ))}
      </ul>
      {secret && (
        <Field
          label={i18n._('The new token')}
          hint={i18n._('Keep it now: it is not shown again.')}
          value={secret}
          readOnly
          onFocus={(event) => event.target.select()}
        />
      )}
      <div className="three">
        <Field label={i18n._('What is it for')} value={name} onChange={(event) => setName(event.target.value)} />
        <label className="check">
          <input type="checkbox" checked={mayWrite} onChange={(event) => setMayWrite(event.target.checked)} />
          {i18n._('May write too')}
        </label>
        <button type="button" className="btn quiet" disabled={name.trim() === ''} onClick={() => void make()}>
          {i18n._('Make a token')}
        </button>
      </div>
      {problem && <Problem>{problem}</Problem>}
    </>
  );
}
