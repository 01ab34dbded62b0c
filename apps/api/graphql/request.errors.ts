import { HubError, invalidInput } from '#kernel';

export const notJson = (): HubError =>
  invalidInput('request.not_json', 'The body is not JSON: send an object with query and, where it has any, variables.');

export const requestTooLarge = (): HubError =>
  invalidInput('request.too_large', 'A request has 1 MiB at most. Files are uploaded: see createUpload.');

export const wrongContentType = (): HubError =>
  invalidInput('request.wrong_content_type', 'Send JSON, and say so: content-type: application/json.');

export const badRequest = (): HubError =>
  invalidInput('request.invalid', 'This request cannot be read: look at its headers and its address.');

export const noSuchAddress = (): HubError =>
  new HubError('NOT_FOUND', 'request.no_such_address', 'There is nothing at this address.');
