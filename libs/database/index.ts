export { IdColumn, IdOf, InstantColumn, WordColumn } from './columns.js';
export { createDataSource, type DatabaseOptions } from './data-source.js';
export { DatabaseModule } from './database.module.js';
export { Directory } from './directory.js';
export { DomainEvents } from './domain-events.js';
export { type EmbeddedPostgres, startEmbeddedPostgres } from './embedded/embedded-postgres.js';
export { isoInstant, Sql, type Statement, statement } from './sql.js';
export { UnitOfWork } from './unit-of-work.js';
