import { useState } from 'react';
import { useMutation } from 'urql';
import { graphql, type Refusal, refusalOf, sentenceOf } from '../api';
import { Field, Problem } from '../design';
import { useLingui } from '../language';
import { handleFrom, textsOf } from './entrance-frame';
import { StepChoices } from './step-choices';

const SetUp = graphql(`
  mutation SetUp($input: SetUpOrganizationInput!) {
    setUpOrganization(input: $input) {
      viewer {
        member {
          id
        }
      }
    }
  }
`);

export function AccountStep({ onDone }: { onDone: () => void }) {
  const { i18n } = useLingui();
  const [{ fetching }, setUp] = useMutation(SetUp);
  const [refusal, setRefusal] = useState<Refusal>();
  const [problem, setProblem] = useState<string>();
  const wrong = (field: string) => (refusal?.field === field ? refusal.message : undefined);
  return (
    <form
      onSubmit={async (event) => {
        const { setupCode = '', ownerName = '', email = '', password = '' } = textsOf(event);
        setProblem(undefined);
        setRefusal(undefined);
        const { error } = await setUp({
          input: {
            setupCode: setupCode.trim(),
            ownerName: ownerName.trim(),
            email: email.trim(),
            password,
            handle: handleFrom(ownerName) || 'owner',
            organizationName: i18n._('Our team'),
            timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
          },
        });
        if (!error) return onDone();
        setRefusal(refusalOf(error));
        setProblem(sentenceOf(i18n, error));
      }}
    >
      <Field
        label={i18n._('Setup code')}
        name="setupCode"
        required
        autoFocus
        autoComplete="off"
        placeholder="ABCD-EFGH-JKLM"
        hint={i18n._('Printed when the hub started, and kept in the file setup-code in its data directory.')}
        problem={wrong('setupCode')}
      />
      <Field
        label={i18n._('Your name')}
        name="ownerName"
        required
        autoComplete="name"
        problem={wrong('ownerName') ?? wrong('handle')}
      />
      <Field
        label={i18n._('Mail address')}
        name="email"
        type="email"
        required
        autoComplete="username"
        problem={wrong('email')}
      />
      <Field
        label={i18n._('Password')}
        name="password"
        type="password"
        required
        minLength={10}
        autoComplete="new-password"
        hint={i18n._('At least ten characters. A sentence is good.')}
        problem={wrong('password')}
      />
      {problem && !refusal?.field && <Problem>{problem}</Problem>}
      <StepChoices>
        <button type="submit" className="btn primary" disabled={fetching}>
          {i18n._('Make the account')}
        </button>
      </StepChoices>
    </form>
  );
}
