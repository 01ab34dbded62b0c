import { HubError, invalidInput } from '#kernel';

export const noSuchSetting = (): HubError =>
  new HubError('NOT_FOUND', 'setting.not_found', 'There is no such setting.', { field: 'key' });

export const settingLocked = (name: string): HubError =>
  new HubError('CONFLICT', 'setting.locked', `${name} is decided by the environment or a file: change it there.`, {
    field: 'key',
    data: { environmentName: name },
  });

export const badSetting = (name: string, why: string): HubError =>
  invalidInput('setting.bad_value', `${name} ${why}.`, { field: 'value' });

export const noSuchFailedJob = (): HubError =>
  new HubError('NOT_FOUND', 'job.not_found', 'There is no such failed job, or somebody has settled it already.', {
    field: 'failedJobId',
  });

export const toOneself = (): HubError =>
  invalidInput('recording.same_owner', 'Name two different people.', { field: 'toMemberId' });
