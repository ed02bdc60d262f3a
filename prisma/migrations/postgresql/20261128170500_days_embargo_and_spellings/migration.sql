-- AlterTable
ALTER TABLE "Article" DROP COLUMN "firstSeenAt",
ADD COLUMN "publishedDay" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN "heldUntil" TIMESTAMP(3);

-- CreateIndex
CREATE INDEX "Article_heldUntil_idx" ON "Article"("heldUntil");

-- CreateTable
CREATE TABLE "TopicSpelling" (
    "topicId" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "articleCount" INTEGER NOT NULL,

    CONSTRAINT "TopicSpelling_pkey" PRIMARY KEY ("topicId","name")
);

-- AddForeignKey
ALTER TABLE "TopicSpelling" ADD CONSTRAINT "TopicSpelling_topicId_fkey" FOREIGN KEY ("topicId") REFERENCES "Topic"("id") ON DELETE CASCADE ON UPDATE CASCADE;
