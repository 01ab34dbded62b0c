import { useState } from 'react';
import { useMutation, useQuery } from 'urql';
import { graphql, sentenceOf } from '../api';
import { Field, Icon, Problem, Sheet, Skeleton } from '../design';
import { useLingui } from '../language';
import { notice } from '../notice';

const FeedsQuery = graphql(`
  query FeedAddresses {
    viewer {
      podcastFeedUrl
      calendarFeedUrl
    }
  }
`);
const Renew = graphql(`
  mutation RenewFeedAddress($input: RenewFeedAddressInput!) {
    renewFeedAddress(input: $input) {
      feed
      url
    }
  }
`);

/** Private addresses for programs that cannot sign in: for listening on the way, and for what is due beside all else. */
export function FeedSection() {
  const { i18n } = useLingui();
  const [{ data, error }] = useQuery({ query: FeedsQuery });
  const viewer = data?.viewer;
  if (error && !viewer) return <Problem>{sentenceOf(i18n, error)}</Problem>;
  if (!viewer) return <Skeleton lines={3} />;
  return (
    <>
      <p className="hint-line">
        {i18n._(
          'Private addresses for other programs. Whoever has one reads it without signing in: give it to nobody.',
        )}
      </p>
      <FeedAddress
        feed="PODCAST"
        title={i18n._('Podcast')}
        holds={i18n._(
          'Recordings from threads you follow and those that ask something of you: the hundred newest of the last year, with their transcripts. For a podcast program that takes private addresses.',
        )}
        url={viewer.podcastFeedUrl}
      />
      <FeedAddress
        feed="CALENDAR"
        title={i18n._('Calendar')}
        holds={i18n._(
          'What you owe and by when, your time off, and your working hours. For a calendar program that subscribes to addresses.',
        )}
        url={viewer.calendarFeedUrl}
      />
    </>
  );
}

interface FeedAddressProps {
  feed: 'PODCAST' | 'CALENDAR';
  title: string;
  /** In plain words, what is read there. */
  holds: string;
  url: string;
}

function FeedAddress({ feed, title, holds, url }: FeedAddressProps) {
  const { i18n } = useLingui();
  const [isAsking, setAsking] = useState(false);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(url);
      notice({ text: i18n._('The address is copied.') });
    } catch {
      notice({ text: i18n._('The browser did not let it be copied. Select the address instead.'), isProblem: true });
    }
  };
  // The same two buttons stand at each feed: who hears them is told which one.
  const words =
    feed === 'PODCAST'
      ? { copy: i18n._('Copy the address of your podcast'), renew: i18n._('New address for your podcast') }
      : { copy: i18n._('Copy the address of your calendar'), renew: i18n._('New address for your calendar') };
  return (
    <div className="feed">
      <h3>{title}</h3>
      <Field
        label={feed === 'PODCAST' ? i18n._('Address of your podcast') : i18n._('Address of your calendar')}
        hint={holds}
        value={url}
        readOnly
        dir="ltr"
        spellCheck={false}
        onFocus={(event) => event.target.select()}
      />
      <p className="times">
        <button type="button" className="btn quiet" aria-label={words.copy} onClick={() => void copy()}>
          <Icon name="link" small />
          {i18n._('Copy the address')}
        </button>
        <button type="button" className="btn bare" aria-label={words.renew} onClick={() => setAsking(true)}>
          {i18n._('New address')}
        </button>
      </p>
      {isAsking && <RenewSheet feed={feed} onClose={() => setAsking(false)} />}
    </div>
  );
}

function RenewSheet({ feed, onClose }: { feed: FeedAddressProps['feed']; onClose: () => void }) {
  const { i18n } = useLingui();
  const [{ fetching }, renew] = useMutation(Renew);
  const [problem, setProblem] = useState<string>();
  const make = async () => {
    const { error } = await renew({ input: { feed } });
    setProblem(error && sentenceOf(i18n, error));
    if (error) return;
    onClose();
    notice({ text: i18n._('The address is new. The old one opens nothing any more.') });
  };
  return (
    <Sheet
      title={feed === 'PODCAST' ? i18n._('A new address for your podcast') : i18n._('A new address for your calendar')}
      onClose={onClose}
      footer={
        <>
          <button type="button" className="btn quiet" onClick={onClose}>
            {i18n._('Keep the old one')}
          </button>
          <button type="button" className="btn primary" disabled={fetching} onClick={() => void make()}>
            {i18n._('Make a new one')}
          </button>
        </>
      }
    >
      <p>
        {i18n._(
          'The address you have now stops working at once, and does not come back. Every program that uses it must be given the new one.',
        )}
      </p>
      <p className="hint-line">
        {i18n._('Do this when somebody else may have seen the address, or when a device with it is lost.')}
      </p>
      {problem && <Problem>{problem}</Problem>}
    </Sheet>
  );
}
