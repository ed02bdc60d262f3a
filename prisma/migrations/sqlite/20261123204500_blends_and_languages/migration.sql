-- AlterTable
ALTER TABLE "Article" ADD COLUMN "lang" TEXT;

-- The new keys are worked out by the next import, which derives every article anew:
-- to fill them in here, too, would write each row of the largest table once more.
ALTER TABLE "FeedEntry" ADD COLUMN "blend0" BIGINT NOT NULL DEFAULT 0;
ALTER TABLE "FeedEntry" ADD COLUMN "blend25" BIGINT NOT NULL DEFAULT 0;
ALTER TABLE "FeedEntry" ADD COLUMN "blend75" BIGINT NOT NULL DEFAULT 0;
ALTER TABLE "FeedEntry" ADD COLUMN "blend100" BIGINT NOT NULL DEFAULT 0;

-- CreateIndex
CREATE INDEX "FeedEntry_topicId_blend0_articleId_idx" ON "FeedEntry"("topicId", "blend0", "articleId");

-- CreateIndex
CREATE INDEX "FeedEntry_topicId_blend25_articleId_idx" ON "FeedEntry"("topicId", "blend25", "articleId");

-- CreateIndex
CREATE INDEX "FeedEntry_topicId_blend75_articleId_idx" ON "FeedEntry"("topicId", "blend75", "articleId");

-- CreateIndex
CREATE INDEX "FeedEntry_topicId_blend100_articleId_idx" ON "FeedEntry"("topicId", "blend100", "articleId");
