export { type EmbeddedPostgres, prepareDataDirectory, startEmbeddedPostgres } from './embedded-postgres.js';
