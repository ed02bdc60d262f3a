-- CreateTable
CREATE TABLE "TopicPair" (
    "topicId" INTEGER NOT NULL,
    "otherId" INTEGER NOT NULL,
    "articleCount" INTEGER NOT NULL,

    PRIMARY KEY ("topicId", "otherId"),
    CONSTRAINT "TopicPair_topicId_fkey" FOREIGN KEY ("topicId") REFERENCES "Topic" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "TopicPair_otherId_fkey" FOREIGN KEY ("otherId") REFERENCES "Topic" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_FeedEntry" (
    "topicId" INTEGER NOT NULL,
    "articleId" INTEGER NOT NULL,
    "top" BIGINT NOT NULL,
    "latest" BIGINT NOT NULL,
    "heat" INTEGER NOT NULL,
    "quality" INTEGER NOT NULL,
    "day" INTEGER NOT NULL,

    PRIMARY KEY ("articleId", "topicId"),
    CONSTRAINT "FeedEntry_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
-- Division rounds towards zero, a day begins at or before its seconds.
INSERT INTO "new_FeedEntry" ("articleId", "heat", "latest", "quality", "top", "topicId", "day")
SELECT "articleId", "heat", "latest", "quality", "top", "topicId",
       "latest" / 86400 - ("latest" % 86400 < 0)
FROM "FeedEntry";
DROP TABLE "FeedEntry";
ALTER TABLE "new_FeedEntry" RENAME TO "FeedEntry";
CREATE INDEX "FeedEntry_topicId_top_articleId_idx" ON "FeedEntry"("topicId", "top", "articleId");
CREATE INDEX "FeedEntry_topicId_latest_articleId_idx" ON "FeedEntry"("topicId", "latest", "articleId");
CREATE INDEX "FeedEntry_topicId_heat_articleId_idx" ON "FeedEntry"("topicId", "heat", "articleId");
CREATE INDEX "FeedEntry_topicId_quality_articleId_idx" ON "FeedEntry"("topicId", "quality", "articleId");
CREATE INDEX "FeedEntry_topicId_day_heat_articleId_idx" ON "FeedEntry"("topicId", "day", "heat", "articleId");
CREATE INDEX "FeedEntry_topicId_day_quality_articleId_idx" ON "FeedEntry"("topicId", "day", "quality", "articleId");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;

-- CreateIndex
CREATE INDEX "TopicPair_otherId_idx" ON "TopicPair"("otherId");

-- What has been derived so far is kept, so that the feeds are whole before the next import.
INSERT INTO "TopicPair" ("topicId", "otherId", "articleCount")
SELECT a."topicId", b."topicId", COUNT(*)
FROM "FeedEntry" a JOIN "FeedEntry" b ON b."articleId" = a."articleId" AND b."topicId" > a."topicId"
WHERE a."topicId" > 0
GROUP BY a."topicId", b."topicId";

INSERT INTO "Meta" ("key", "value")
SELECT 'storyCount', CAST(COUNT(*) AS TEXT) FROM "FeedEntry" WHERE "topicId" = 0;
