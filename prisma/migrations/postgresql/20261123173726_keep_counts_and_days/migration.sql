-- DropIndex
DROP INDEX "FeedEntry_articleId_idx";

-- AlterTable
ALTER TABLE "FeedEntry" DROP CONSTRAINT "FeedEntry_pkey",
ADD COLUMN     "day" INTEGER,
ADD CONSTRAINT "FeedEntry_pkey" PRIMARY KEY ("articleId", "topicId");

UPDATE "FeedEntry" SET "day" = FLOOR("latest" / 86400.0);

ALTER TABLE "FeedEntry" ALTER COLUMN "day" SET NOT NULL;

-- CreateTable
CREATE TABLE "TopicPair" (
    "topicId" INTEGER NOT NULL,
    "otherId" INTEGER NOT NULL,
    "articleCount" INTEGER NOT NULL,

    CONSTRAINT "TopicPair_pkey" PRIMARY KEY ("topicId","otherId")
);

-- CreateIndex
CREATE INDEX "TopicPair_otherId_idx" ON "TopicPair"("otherId");

-- CreateIndex
CREATE INDEX "FeedEntry_topicId_day_heat_articleId_idx" ON "FeedEntry"("topicId", "day", "heat", "articleId");

-- CreateIndex
CREATE INDEX "FeedEntry_topicId_day_quality_articleId_idx" ON "FeedEntry"("topicId", "day", "quality", "articleId");

-- AddForeignKey
ALTER TABLE "TopicPair" ADD CONSTRAINT "TopicPair_topicId_fkey" FOREIGN KEY ("topicId") REFERENCES "Topic"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TopicPair" ADD CONSTRAINT "TopicPair_otherId_fkey" FOREIGN KEY ("otherId") REFERENCES "Topic"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What has been derived so far is kept, so that the feeds are whole before the next import.
INSERT INTO "TopicPair" ("topicId", "otherId", "articleCount")
SELECT a."topicId", b."topicId", COUNT(*)
FROM "FeedEntry" a JOIN "FeedEntry" b ON b."articleId" = a."articleId" AND b."topicId" > a."topicId"
WHERE a."topicId" > 0
GROUP BY a."topicId", b."topicId";

INSERT INTO "Meta" ("key", "value")
SELECT 'storyCount', CAST(COUNT(*) AS TEXT) FROM "FeedEntry" WHERE "topicId" = 0;
