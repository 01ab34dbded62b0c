import { useState } from 'react';
import { useMutation, useQuery } from 'urql';
import { graphql, sentenceOf } from '../api';
import { Field, Icon } from '../design';
import { useLingui, useTimes } from '../language';
import { notice } from '../notice';
import { KindChoice } from './kind-choice';

const WebhooksQuery = graphql(`
  query Webhooks {
    viewer {
      webhooks {
        id
        url
        reachedAt
        failure
        isGivenUp
      }
    }
  }
`);
const Add = graphql(`
  mutation AddWebhook($input: AddWebhookInput!) {
    addWebhook(input: $input) {
      secret
    }
  }
`);
const Remove = graphql(`
  mutation RemoveWebhook($input: WebhookIdInput!) {
    removeWebhook(input: $input) {
      webhooks {
        id
      }
    }
  }
`);
const Test = graphql(`
  mutation TestWebhook($input: WebhookIdInput!) {
    testWebhook(input: $input) {
      webhooks {
        id
      }
    }
  }
`);

/** Tools of the reader's own that are told what reaches them: a to-do list, a script, a lamp. */
export function WebhookSection() {
  const { i18n } = useLingui();
  const times = useTimes();
  const [{ data }, refetch] = useQuery({ query: WebhooksQuery });
  const [{ fetching }, add] = useMutation(Add);
  const [, remove] = useMutation(Remove);
  const [, test] = useMutation(Test);
  const [url, setUrl] = useState('');
  const [problem, setProblem] = useState<string>();
  const [secret, setSecret] = useState<string>();
  const webhooks = data?.viewer?.webhooks ?? [];
  const reload = () => refetch({ requestPolicy: 'network-only' });

  async function addOne() {
    const { data: added, error } = await add({ input: { url: url.trim() } });
    if (error) return setProblem(sentenceOf(i18n, error));
    setProblem(undefined);
    setUrl('');
    setSecret(added?.addWebhook.secret);
    reload();
  }
  async function act(run: Promise<{ error?: Parameters<typeof sentenceOf>[1] }>, done: string) {
    const { error } = await run;
    notice(error ? { text: sentenceOf(i18n, error), isProblem: true } : { text: done });
    reload();
  }

  return (
    <>
      <p className="hint-line">
        {i18n._(
          'A tool of your own is told what reaches you, in your working hours: a to-do list, a script. It gets JSON, signed as Standard Webhooks says.',
        )}
      </p>
      {webhooks.length > 0 && (
        <ul className="absences tools" aria-label={i18n._('Your tools')}>
          {webhooks.map(({ id, url: address, reachedAt, failure, isGivenUp }) => (
            <li key={id}>
              <span>
                <bdi>{address}</bdi>
                <small>
                  {isGivenUp
                    ? i18n._('Told nothing more, since it took nothing for days: {failure}', { failure })
                    : (failure ??
                      (reachedAt
                        ? i18n._('last told {time}', { time: times.date(reachedAt) })
                        : i18n._('nothing told yet')))}
                </small>
              </span>
              <button
                type="button"
                className="btn bare"
                aria-label={i18n._('Try {url}', { url: address })}
                onClick={() => void act(test({ input: { id } }), i18n._('It took it.'))}
              >
                {i18n._('Try it')}
              </button>
              <button
                type="button"
                className="ib"
                aria-label={i18n._('Remove: {day}', { day: address })}
                title={i18n._('Remove')}
                onClick={() => void act(remove({ input: { id } }), i18n._('Removed. It is told nothing more.'))}
              >
                <Icon name="close" small />
              </button>
            </li>
          ))}
        </ul>
      )}
      {webhooks.length > 0 && <KindChoice legend={i18n._('What your tools are told')} way="webhookFor" />}
      {secret && (
        <div className="fieldset" role="status">
          <label className="label" htmlFor="webhook-secret">
            {i18n._('Its secret, shown this once')}
          </label>
          <input
            id="webhook-secret"
            className="input"
            readOnly
            value={secret}
            onFocus={(event) => event.target.select()}
          />
          <p className="hint-line">{i18n._('Your tool checks with it that what comes is from this hub.')}</p>
        </div>
      )}
      <form
        className="one-more"
        onSubmit={(event) => {
          event.preventDefault();
          void addOne();
        }}
      >
        <Field
          label={i18n._('Address of a tool')}
          name="url"
          type="url"
          required
          placeholder="https://"
          value={url}
          onChange={(event) => setUrl(event.target.value)}
          problem={problem}
        />
        <button type="submit" className="btn quiet" disabled={fetching}>
          {i18n._('Add it')}
        </button>
      </form>
    </>
  );
}
