import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useMutation, useQuery } from 'urql';
import { graphql, sentenceOf } from '../api';
import { Empty, Problem, Skeleton } from '../design';
import { useShortcuts } from '../keyboard';
import { useLingui } from '../language';
import { notice } from '../notice';
import { usePageTitle } from '../shell';
import { DraftLine, ScheduledLine, UnfinishedLine } from './draft-lines';
import { type DraftNode, DraftsQuery } from './drafts-query';

const Discard = graphql(`
  mutation DiscardDraft($input: DiscardDraftInput!) {
    discardDraft(input: $input) {
      discardedId
    }
  }
`);
const CancelScheduled = graphql(`
  mutation CancelScheduled($input: CancelScheduledPostInput!) {
    cancelScheduledPost(input: $input) {
      draft {
        id
        thread {
          id
        }
      }
    }
  }
`);
const Finish = graphql(`
  mutation FinishRecording($input: FinishUploadInput!) {
    finishUpload(input: $input) {
      media {
        id
      }
    }
  }
`);
const DeleteUpload = graphql(`
  mutation DeleteUnfinished($input: DeleteMediaInput!) {
    deleteMedia(input: $input) {
      deletedId
    }
  }
`);

/** What is begun: texts, recordings that were cut off, and posts that wait for their hour. */
export function DraftsScreen() {
  const { i18n } = useLingui();
  const navigate = useNavigate();
  const [{ data, error }, refetch] = useQuery({ query: DraftsQuery });
  const [, discard] = useMutation(Discard);
  const [, cancel] = useMutation(CancelScheduled);
  const [, finish] = useMutation(Finish);
  const [, deleteUpload] = useMutation(DeleteUpload);
  const [gone, setGone] = useState<ReadonlySet<string>>(new Set());
  const [at, setAt] = useState(0);
  usePageTitle(i18n._('Drafts and scheduled'));
  const viewer = data?.viewer;
  const drafts = (viewer?.drafts.nodes ?? []).filter(({ id }) => !gone.has(id));
  const unfinished = (viewer?.unfinishedUploads ?? []).filter(({ id }) => !gone.has(id));
  const scheduled = (viewer?.scheduledPosts.nodes ?? []).filter(({ id }) => !gone.has(id));
  const tell = (failed: typeof error) => failed && notice({ text: sentenceOf(i18n, failed), isProblem: true });
  const again = () => refetch({ requestPolicy: 'network-only' });

  const goOn = (draft: DraftNode | undefined) => {
    if (!draft) return;
    if (draft.thread)
      void navigate({ to: '/t/$threadId', params: { threadId: draft.thread.id }, search: { reply: true } });
    else void navigate({ to: '/new', search: { draft: draft.id } });
  };

  /** Gone at once, and for good only when nobody asked for it back. */
  function drop(id: string, call: () => Promise<{ error?: typeof error }>) {
    setGone((before) => new Set([...before, id]));
    const back = () => setGone((before) => new Set([...before].filter((one) => one !== id)));
    const timer = setTimeout(async () => {
      const { error: failed } = await call();
      if (failed) back();
      tell(failed);
    }, 10_000);
    notice({
      text: i18n._('Discarded.'),
      undo: () => {
        clearTimeout(timer);
        back();
      },
    });
  }
  const dropDraft = (draft: DraftNode | undefined) =>
    draft && drop(draft.id, () => discard({ input: { draftId: draft.id } }));

  useShortcuts(i18n._('Drafts'), [
    {
      id: 'drafts.next',
      keys: 'J ArrowDown',
      title: i18n._('Next'),
      run: () => setAt(Math.min(at + 1, drafts.length - 1)),
    },
    { id: 'drafts.previous', keys: 'K ArrowUp', title: i18n._('Previous'), run: () => setAt(Math.max(0, at - 1)) },
    { id: 'drafts.continue', keys: 'Enter', title: i18n._('Go on writing'), run: () => goOn(drafts[at]) },
    { id: 'drafts.discard', keys: 'Delete', title: i18n._('Discard'), run: () => dropDraft(drafts[at]) },
  ]);

  const isEmpty = viewer && drafts.length + unfinished.length + scheduled.length === 0;
  return (
    <div className="screen">
      <header>
        <div>
          <h1>{i18n._('Drafts and scheduled')}</h1>
          <p>{i18n._('Kept here and on your devices until you send or discard it.')}</p>
        </div>
      </header>
      {error && <Problem onRetry={again}>{sentenceOf(i18n, error)}</Problem>}
      {!viewer && !error && <Skeleton lines={6} />}
      {isEmpty && <Empty title={i18n._('No drafts.')} />}
      {unfinished.length > 0 && (
        <section>
          <h2>{i18n._('Recordings that were cut off')}</h2>
          <ul className="lines">
            {unfinished.map((media) => (
              <UnfinishedLine
                key={media.id}
                media={media}
                onFinish={async () => {
                  tell((await finish({ input: { mediaId: media.id } })).error);
                  again();
                }}
                onDiscard={() => drop(media.id, () => deleteUpload({ input: { mediaId: media.id } }))}
              />
            ))}
          </ul>
        </section>
      )}
      {drafts.length > 0 && (
        <section>
          <h2>{i18n._('Drafts')}</h2>
          <ul className="lines">
            {drafts.map((draft, index) => (
              <DraftLine key={draft.id} draft={draft} isCurrent={index === at} onDiscard={() => dropDraft(draft)} />
            ))}
          </ul>
        </section>
      )}
      {scheduled.length > 0 && (
        <section>
          <h2>{i18n._('Scheduled')}</h2>
          <ul className="lines">
            {scheduled.map((post) => (
              <ScheduledLine
                key={post.id}
                post={post}
                onEdit={async () => {
                  const answer = await cancel({ input: { postId: post.id } });
                  tell(answer.error);
                  const draft = answer.data?.cancelScheduledPost.draft;
                  if (draft)
                    void navigate(
                      draft.thread
                        ? { to: '/t/$threadId', params: { threadId: draft.thread.id }, search: { reply: true } }
                        : { to: '/new', search: { draft: draft.id } },
                    );
                }}
              />
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
