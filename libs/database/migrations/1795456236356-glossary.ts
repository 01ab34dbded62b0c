import type { MigrationInterface, QueryRunner } from 'typeorm';

const statements = [
  `CREATE TABLE "glossary_words" ("word" text NOT NULL, "position" integer NOT NULL, CONSTRAINT "PK_4da018731fc78206f3a4fb2fa99" PRIMARY KEY ("word"))`,
];

/** The names and words of the organisation, for engines that write down what is said. */
export class Glossary1795456236356 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of statements) await queryRunner.query(statement);
  }

  /** Migrations go forward; going back is restoring the backup that was made before. */
  async down(): Promise<void> {
    throw new Error('This migration is undone by restoring the backup that was made before it.');
  }
}
