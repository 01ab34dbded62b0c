import { HubError, invalidInput } from '#kernel';

export const noSuchMedia = (field?: string): HubError =>
  new HubError('NOT_FOUND', 'media.not_found', 'There is no such media item, or you may not see it.', { field });

export const badFilename = (): HubError =>
  invalidInput('media.bad_filename', 'A filename has 1 to 255 characters: give this one a name.', {
    field: 'filename',
  });

export const emptyUpload = (): HubError =>
  invalidInput('media.empty_upload', 'An upload has at least one byte: leave the size out if it is not known yet.', {
    field: 'byteSize',
  });

export const uploadTooLarge = (most: number): HubError =>
  invalidInput('media.upload_too_large', `An upload has at most ${most} bytes here: send a smaller file.`, {
    field: 'byteSize',
    data: { most },
  });

export const badCreation = (header: string): HubError =>
  invalidInput('media.bad_upload_headers', `The header ${header} is missing, or says what is not served here.`, {
    data: { header },
  });

export const storageFull = (left: number, whose: 'MEMBER' | 'ORGANIZATION'): HubError =>
  new HubError(
    'CONFLICT',
    'media.storage_full',
    whose === 'MEMBER'
      ? `You have ${left} bytes of storage left: delete recordings that nobody needs, or send a smaller file.`
      : `The organisation has ${left} bytes of storage left: tell an administrator, or send a smaller file.`,
    { field: 'byteSize', data: { left, whose } },
  );

export const tooManyUploads = (most: number): HubError =>
  new HubError(
    'RATE_LIMITED',
    'media.too_many_unfinished_uploads',
    `You have ${most} uploads that are not finished: finish or cancel some of them first.`,
    { data: { most } },
  );

export const tooManyAttachments = (most: number, field: string): HubError =>
  invalidInput('media.too_many_attachments', `A post takes at most ${most} media items: leave some out.`, {
    field,
    data: { most },
  });

export const attachedTwice = (field: string): HubError =>
  invalidInput('media.attached_twice', 'A media item stands in a post once: leave the second one out.', { field });

export const uploadGone = (): HubError =>
  new HubError('CONFLICT', 'media.upload_gone', 'Another connection goes on with this upload: ask how far it is.');

export const uploadFailed = (field: string): HubError =>
  new HubError('CONFLICT', 'media.upload_failed', 'The upload of this media item failed: upload it again.', { field });

export const notRetryable = (): HubError =>
  new HubError('CONFLICT', 'media.not_failed', 'Only a media item that failed and whose file arrived is tried again.');

export const notProcessing = (): HubError =>
  new HubError('CONFLICT', 'media.not_processing', 'Only a media item that is being processed can be cancelled.');

export const onlyOwnerRetries = (): HubError =>
  new HubError(
    'FORBIDDEN',
    'media.not_yours',
    'Only its owner or an administrator can cancel this media item or try it again.',
  );

export const forgedLink = (): HubError =>
  new HubError('FORBIDDEN', 'media.bad_link', 'This address was not made by this hub: ask for the media item again.');

export const linkExpired = (): HubError =>
  new HubError('FORBIDDEN', 'media.link_expired', 'This address has expired: ask for the media item again.');

export const notYourMedia = (): HubError =>
  new HubError('FORBIDDEN', 'media.only_its_owner', 'Only its owner can do this with a media item.');

export const nothingArrived = (): HubError =>
  new HubError('CONFLICT', 'media.nothing_arrived', 'Nothing of this upload has arrived: discard it.');

export const stillUploading = (): HubError =>
  new HubError(
    'CONFLICT',
    'media.still_uploading',
    'This upload is still under way somewhere: finish it there, or try again in a moment.',
  );

export const notAPicture = (most: number): HubError =>
  invalidInput('media.not_a_picture', 'Choose a picture of at most 5 MB whose upload has ended.', {
    field: 'mediaId',
    data: { most },
  });
