import { Column, type ColumnOptions, PrimaryColumn } from 'typeorm';

/** A UUIDv7 made by the application, so that rows that belong together are written in one statement. */
export const IdColumn = (): PropertyDecorator => PrimaryColumn('uuid');

/** The id of a row elsewhere; add `@ForeignKey` beside it. */
export const IdOf = (options: ColumnOptions = {}): PropertyDecorator => Column({ type: 'uuid', ...options });

/** An instant with the milliseconds that the API shows; the hub's sessions run in UTC. */
export const InstantColumn = (options: ColumnOptions = {}): PropertyDecorator =>
  Column({ type: 'timestamptz', precision: 3, ...options });

/** One word of a closed list; write a `@Check` beside it, so that the database refuses what the code does not know. */
export const WordColumn = (options: ColumnOptions = {}): PropertyDecorator => Column({ type: 'text', ...options });
