import type { SettingName } from './config.js';

/** How a setting stands in the console. */
export interface SettingFacts {
  section: string;
  title: string;
  /**
   * `live`: a change holds at once, in every process. `restart`: with the next start. `environment`: it is needed before
   * the database can be asked, or is a secret, so the environment alone decides.
   */
  changes: 'live' | 'restart' | 'environment';
}

const facts = (section: string, title: string, changes: SettingFacts['changes']): SettingFacts => ({
  section,
  title,
  changes,
});

export const settingFacts: Readonly<Record<SettingName, SettingFacts>> = {
  MEANTIME_DATA_DIR: facts('Hub', 'Data directory', 'environment'),
  PORT: facts('Hub', 'Port', 'environment'),
  HOST: facts('Hub', 'Listening address', 'environment'),
  PUBLIC_URL: facts('Hub', 'Public address', 'restart'),
  TRUST_PROXY: facts('Hub', 'Behind a proxy', 'restart'),
  DATABASE_URL: facts('Database and queue', 'Postgres', 'environment'),
  DATABASE_WAIT_SECONDS: facts('Database and queue', 'Wait for Postgres', 'environment'),
  DATABASE_POOL_SIZE: facts('Database and queue', 'Connections to Postgres', 'restart'),
  REDIS_URL: facts('Database and queue', 'Redis', 'environment'),
  S3_ENDPOINT: facts('Storage', 'S3 address', 'environment'),
  S3_PUBLIC_ENDPOINT: facts('Storage', 'S3 address for browsers', 'environment'),
  S3_REGION: facts('Storage', 'S3 region', 'environment'),
  S3_BUCKET: facts('Storage', 'S3 bucket', 'environment'),
  S3_ACCESS_KEY: facts('Storage', 'S3 access key', 'environment'),
  S3_SECRET_KEY: facts('Storage', 'S3 secret key', 'environment'),
  SMTP_URL: facts('Mail', 'Mail server', 'environment'),
  MAIL_IN_DOMAIN: facts('Mail', 'Domain of answers by mail', 'environment'),
  MAIL_IN_PORT: facts('Mail', 'Port for answers by mail', 'environment'),
  MAIL_IN_HOST: facts('Mail', 'Address for answers by mail', 'environment'),
  MAIL_IN_PROTOCOL: facts('Mail', 'Protocol for answers by mail', 'environment'),
  MAIL_IN_MAX_BYTES: facts('Mail', 'Largest answer by mail', 'environment'),
  MAIL_IN_AUTHSERV: facts('Mail', 'Who says that a sender is true', 'environment'),
  MEETING_LINK: facts('Hub', 'Meeting address', 'live'),
  MAIL_FROM: facts('Mail', 'Sender', 'restart'),
  MEANTIME_SECRET: facts('Security', 'Signing secret', 'environment'),
  WEBHOOK_PRIVATE_ENDPOINTS: facts('Security', 'Webhooks inside your network', 'environment'),
  PUSH_PRIVATE_ENDPOINTS: facts('Security', 'Push inside your network', 'environment'),
  SESSION_DAYS: facts('Security', 'Days that a sign-in lasts', 'live'),
  REQUESTS_PER_MINUTE: facts('Security', 'Operations a minute', 'restart'),
  MAX_UPLOAD_BYTES: facts('Recordings', 'Largest upload', 'live'),
  MAX_RECORDING_MINUTES: facts('Recordings', 'Longest recording, in minutes', 'live'),
  MEMBER_STORAGE_BYTES: facts('Recordings', 'Storage for each member', 'live'),
  ORGANIZATION_STORAGE_BYTES: facts('Recordings', 'Storage for everybody', 'live'),
  ORIGINALS_RETENTION_DAYS: facts('Recordings', 'Days that originals stay', 'live'),
  FFMPEG_PATH: facts('Recordings', 'ffmpeg', 'environment'),
  FFPROBE_PATH: facts('Recordings', 'ffprobe', 'environment'),
  TRANSCODE_CONCURRENCY: facts('Recordings', 'Recordings worked on at once', 'restart'),
  TRANSCODE_HARDWARE: facts('Recordings', 'Hardware that encodes pictures', 'restart'),
  TRANSCODE_DEVICE: facts('Recordings', 'Device that encodes pictures', 'environment'),
  SPEECH_ENGINE: facts('Transcripts', 'Speech engine', 'environment'),
  SPEECH_URL: facts('Transcripts', 'Address of the speech API', 'environment'),
  SPEECH_KEY: facts('Transcripts', 'Key of the speech API', 'environment'),
  SPEECH_MODEL: facts('Transcripts', 'Speech model', 'restart'),
  LOG_FORMAT: facts('Hub', 'Log format', 'restart'),
  TEST_CLOCK_FILE: facts('Hub', 'Clock of tests', 'environment'),
};
