export { type EmbeddedPostgres, prepareDataDirectory, startEmbeddedPostgres } from '#embedded-postgres';
export { IdColumn, IdOf, InstantColumn, WordColumn } from './columns.js';
export { createDataSource, type DatabaseOptions } from './data-source.js';
export { DatabaseModule } from './database.module.js';
export { Directory } from './directory.js';
export { DomainEvents } from './domain-events.js';
export { SessionLocks } from './session-locks.js';
export { isoInstant, type NamedStatement, namedStatement, Sql, type Statement, statement, valuesOf } from './sql.js';
export { UnitOfWork } from './unit-of-work.js';
