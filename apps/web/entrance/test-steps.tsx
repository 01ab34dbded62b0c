import { useState } from 'react';
import { useMutation } from 'urql';
import { graphql, sentenceOf } from '../api';
import { Field, Icon } from '../design';
import { useLingui } from '../language';
import { textsOf } from './entrance-frame';
import { StepChoices } from './step-choices';

const TestMail = graphql(`
  mutation TestMail($input: TestMailInput!) {
    testMail(input: $input) {
      ok
      message
      fix
    }
  }
`);
const TestStorage = graphql(`
  mutation TestStorage {
    testStorage {
      ok
      message
      fix
    }
  }
`);

interface Outcome {
  ok: boolean;
  message: string;
  fix?: string | null;
}

/** What a test found, and the line to change where it failed. */
export function Result({ outcome }: { outcome: Outcome }) {
  return (
    <div className={`result${outcome.ok ? '' : ' bad'}`} role="status">
      <Icon name={outcome.ok ? 'check' : 'warning'} />
      <span>
        {outcome.message}
        {outcome.fix && <small>{outcome.fix}</small>}
      </span>
    </div>
  );
}

export function MailStep({ onDone }: { onDone: () => void }) {
  const { i18n } = useLingui();
  const [{ fetching }, test] = useMutation(TestMail);
  const [outcome, setOutcome] = useState<Outcome>();
  return (
    <form
      onSubmit={async (event) => {
        const { to = '' } = textsOf(event);
        const { data, error } = await test({ input: { to: to.trim() } });
        setOutcome(error ? { ok: false, message: sentenceOf(i18n, error) } : data?.testMail);
      }}
    >
      <Field label={i18n._('Send a test mail to')} name="to" type="email" required autoComplete="email" />
      {outcome && <Result outcome={outcome} />}
      <StepChoices onSkip={onDone}>
        <button type="submit" className={outcome?.ok ? 'btn quiet' : 'btn primary'} disabled={fetching}>
          {i18n._('Send it')}
        </button>
        {outcome?.ok && (
          <button type="button" className="btn primary" onClick={onDone}>
            {i18n._('Go on')}
          </button>
        )}
      </StepChoices>
    </form>
  );
}

export function StorageStep({ onDone }: { onDone: () => void }) {
  const { i18n } = useLingui();
  const [{ fetching }, test] = useMutation(TestStorage);
  const [outcome, setOutcome] = useState<Outcome>();
  const run = async () => {
    const { data, error } = await test({});
    setOutcome(error ? { ok: false, message: sentenceOf(i18n, error) } : data?.testStorage);
  };
  return (
    <>
      {outcome && <Result outcome={outcome} />}
      <StepChoices onSkip={onDone}>
        <button type="button" className={outcome?.ok ? 'btn quiet' : 'btn primary'} disabled={fetching} onClick={run}>
          {i18n._('Test the storage')}
        </button>
        {outcome?.ok && (
          <button type="button" className="btn primary" onClick={onDone}>
            {i18n._('Go on')}
          </button>
        )}
      </StepChoices>
    </>
  );
}
