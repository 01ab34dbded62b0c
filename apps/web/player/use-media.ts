import { useEffect, useState } from 'react';
import { useSubscription } from 'urql';
import { client, onComeBack } from '../api';
import { MediaAgain, MediaChanged, type MediaNow } from './media';

const isUnderWay = ({ status, transcriptStatus }: MediaNow) =>
  status === 'UPLOADING' || status === 'PROCESSING' || transcriptStatus === 'PENDING';

/** The media as it is now: followed while it is being made, and asked for anew after a lost connection. */
export function useMedia(given: MediaNow): MediaNow {
  const [heard, setHeard] = useState<MediaNow>();
  const media = heard?.id === given.id && !isOlder(heard, given) ? heard : given;
  const isFollowed = isUnderWay(media);
  const [{ data }] = useSubscription({
    query: MediaChanged,
    variables: { mediaId: given.id },
    pause: !isFollowed,
  });
  useEffect(() => {
    if (data) setHeard(data.mediaChanged);
  }, [data]);
  useEffect(() => {
    if (!isFollowed) return;
    return onComeBack(() => {
      void client
        .query(MediaAgain, { id: given.id }, { requestPolicy: 'network-only' })
        .toPromise()
        .then(({ data: again }) => again?.media && setHeard(again.media));
    });
  }, [isFollowed, given.id]);
  return media;
}

/** The page may know more than the last word about it: it was fetched later. */
const isOlder = (heard: MediaNow, given: MediaNow) => isUnderWay(heard) && !isUnderWay(given);
