-- AlterTable
ALTER TABLE "Article" ADD COLUMN "hasDocument" BOOLEAN NOT NULL DEFAULT false;

UPDATE "Article" SET "hasDocument" = true WHERE "id" IN (SELECT "articleId" FROM "Document");
