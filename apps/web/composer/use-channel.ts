import { useEffect, useState } from 'react';
import { ask } from '../api';
import { ChannelQuery, type WritableChannel } from './people-query';

/** A channel by its id, or by its slug as addresses have it. */
export async function findChannel(idOrSlug: string): Promise<WritableChannel | undefined> {
  const byId = await ask(ChannelQuery, { id: idOrSlug });
  if (byId.data?.channel) return byId.data.channel;
  const bySlug = await ask(ChannelQuery, { slug: idOrSlug });
  return bySlug.data?.channel ?? undefined;
}

export function useChannel(id: string | undefined): WritableChannel | undefined {
  const [channel, setChannel] = useState<WritableChannel>();
  useEffect(() => {
    let isOld = false;
    if (id) void findChannel(id).then((found) => !isOld && setChannel(found));
    return () => {
      isOld = true;
    };
  }, [id]);
  return id && channel?.id === id ? channel : undefined;
}
