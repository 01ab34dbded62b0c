import { useMutation, useQuery } from 'urql';
import { graphql, type ResultOf, sentenceOf } from '../api';
import { Icon } from '../design';
import { useLingui, useTimes } from '../language';
import { notice } from '../notice';
import './agreement.css';
import { changedTerms } from './agreement-words';
import { ChangedText } from './changed-text';

const ChangesQuery = graphql(`
  query AgreementChanges {
    viewer {
      agreementChanges {
        changedAt
        channel {
          id
          name
        }
        changedBy {
          id
          name
        }
        before {
          text
          defaultKind
          urgentAllowed
          urgentBudgetPerWeek
          urgentWindowMinutes
          maxRecipients
        }
        now {
          version
          text
          defaultKind
          urgentAllowed
          urgentBudgetPerWeek
          urgentWindowMinutes
          maxRecipients
        }
      }
    }
  }
`);
const MarkSeen = graphql(`
  mutation MarkAgreementSeen($input: MarkAgreementSeenInput!) {
    markAgreementSeen(input: $input) {
      agreementChanges {
        changedAt
      }
    }
  }
`);
type Change = NonNullable<ResultOf<typeof ChangesQuery>['viewer']>['agreementChanges'][number];

/** How people here have agreed to reach each other has changed: what, until it was seen. */
export function AgreementNews() {
  const [{ data }, refetch] = useQuery({ query: ChangesQuery });
  const changes = data?.viewer?.agreementChanges ?? [];
  return (
    <>
      {changes.map((change) => (
        <News
          key={`${change.channel?.id} ${change.now.version}`}
          change={change}
          onSeen={() => refetch({ requestPolicy: 'network-only' })}
        />
      ))}
    </>
  );
}

function News({
  change: { channel, changedBy, changedAt, before, now },
  onSeen,
}: {
  change: Change;
  onSeen: () => void;
}) {
  const { i18n } = useLingui();
  const times = useTimes();
  const [{ fetching }, markSeen] = useMutation(MarkSeen);
  const title = channel
    ? i18n._('The agreement of {channel} has changed', { channel: channel.name })
    : i18n._('Your agreement has changed');
  const terms = changedTerms(i18n, before, now);
  const see = async () => {
    const { error } = await markSeen({ input: { channelId: channel?.id ?? null, version: now.version } });
    if (error) notice({ text: sentenceOf(i18n, error), isProblem: true });
    else onSeen();
  };
  return (
    <section className="agreement-news" aria-label={title}>
      <Icon name="pencil" />
      <div>
        <h2>{title}</h2>
        <p className="hint-line">
          {changedBy
            ? i18n._('{name}, {time}', { name: changedBy.name, time: times.date(changedAt) })
            : times.date(changedAt)}
        </p>
        {terms.length > 0 && (
          <ul>
            {terms.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        )}
        {before.text !== now.text && (
          <details>
            <summary>{i18n._('What it says now')}</summary>
            <ChangedText before={before.text} now={now.text} />
          </details>
        )}
        <button type="button" className="btn quiet" disabled={fetching} onClick={() => void see()}>
          {i18n._('I have seen it')}
        </button>
      </div>
    </section>
  );
}
