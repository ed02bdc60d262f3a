-- AlterTable
ALTER TABLE "Article" DROP COLUMN "firstSeenAt";
ALTER TABLE "Article" ADD COLUMN "publishedDay" BOOLEAN NOT NULL DEFAULT false;
ALTER TABLE "Article" ADD COLUMN "heldUntil" DATETIME;

-- CreateIndex
CREATE INDEX "Article_heldUntil_idx" ON "Article"("heldUntil");

-- CreateTable
CREATE TABLE "TopicSpelling" (
    "topicId" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "articleCount" INTEGER NOT NULL,

    PRIMARY KEY ("topicId", "name"),
    CONSTRAINT "TopicSpelling_topicId_fkey" FOREIGN KEY ("topicId") REFERENCES "Topic" ("id") ON DELETE CASCADE ON UPDATE CASCADE
) WITHOUT ROWID;
