import type { MigrationInterface, QueryRunner } from 'typeorm';

const statements = [
  `ALTER TABLE "happenings" ADD "member_ids" uuid array NOT NULL DEFAULT '{}'`,
  `ALTER TABLE "happenings" DROP CONSTRAINT "happenings_kind"`,
  `ALTER TABLE "happenings" ADD CONSTRAINT "happenings_kind" CHECK ("kind" in ('POST', 'CONCLUSION', 'MENTIONS', 'RESPONSES'))`,
];

/** Whom a post names only after it was edited is told too. */
export class EditedMentions1795461000003 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of statements) await queryRunner.query(statement);
  }

  /** Migrations go forward; going back is restoring the backup that was made before. */
  async down(): Promise<void> {
    throw new Error('This migration is undone by restoring the backup that was made before it.');
  }
}
