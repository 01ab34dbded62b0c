import type { MigrationInterface, QueryRunner } from 'typeorm';

const statements = [
  `CREATE TABLE "people_groups" ("id" uuid NOT NULL, "handle" text NOT NULL, "name" text NOT NULL, "created_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL, CONSTRAINT "UQ_662de9bdae18e5e1f160c1a0cb6" UNIQUE ("handle"), CONSTRAINT "PK_d4f78c91b2d2a0052d4439652fc" PRIMARY KEY ("id"))`,
  `CREATE TABLE "people_group_members" ("group_id" uuid NOT NULL, "member_id" uuid NOT NULL, CONSTRAINT "PK_972956a02ec869a1e40d2afdb22" PRIMARY KEY ("group_id", "member_id"))`,
  `ALTER TABLE "people_group_members" ADD CONSTRAINT "FK_c28164e51a2fdcc2b2ad4c9bb70" FOREIGN KEY ("group_id") REFERENCES "people_groups"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
  `ALTER TABLE "people_group_members" ADD CONSTRAINT "FK_3a58cd2d3faf12be22022e270da" FOREIGN KEY ("member_id") REFERENCES "members"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
];

export class Groups1795470000004 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of statements) await queryRunner.query(statement);
  }

  /** Migrations go forward; going back is restoring the backup that was made before. */
  async down(): Promise<void> {
    throw new Error('This migration is undone by restoring the backup that was made before it.');
  }
}
