import { uploads } from '../uploads';

/**
 * The media id of an upload once all of it is with the hub.
 * @throws Error with the hub's sentence when it was refused
 */
export function arrived(uploadId: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const look = () => {
      const now = uploads.find(uploadId);
      if (now && now.state !== 'done' && now.state !== 'failed') return;
      stop();
      if (now?.state === 'done' && now.mediaId) resolve(now.mediaId);
      else reject(new Error(now?.problem ?? ''));
    };
    const stop = uploads.subscribe(look);
    look();
  });
}
