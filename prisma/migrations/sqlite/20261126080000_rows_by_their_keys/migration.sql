-- Tables whose key is made of several columns are kept in the order of that key (WITHOUT ROWID):
-- what belongs to an article stands together and is found at once, where before its key led to the
-- number of a row and that to the row. Prisma has no word for this: a later migration that rebuilds
-- one of them must say it again. See docs/decisions/two-databases.md.

CREATE TABLE "new_ArticleTopic" (
    "articleId" INTEGER NOT NULL,
    "topicId" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,

    PRIMARY KEY ("articleId", "topicId"),
    CONSTRAINT "ArticleTopic_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "ArticleTopic_topicId_fkey" FOREIGN KEY ("topicId") REFERENCES "Topic" ("id") ON DELETE CASCADE ON UPDATE CASCADE
) WITHOUT ROWID;
INSERT INTO "new_ArticleTopic" ("articleId", "topicId", "position", "name")
SELECT "articleId", "topicId", "position", "name" FROM "ArticleTopic" ORDER BY "articleId", "topicId";
DROP TABLE "ArticleTopic";
ALTER TABLE "new_ArticleTopic" RENAME TO "ArticleTopic";
CREATE INDEX "ArticleTopic_topicId_name_idx" ON "ArticleTopic"("topicId", "name");

CREATE TABLE "new_Related" (
    "leadId" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "pieceId" INTEGER NOT NULL,

    PRIMARY KEY ("leadId", "position"),
    CONSTRAINT "Related_leadId_fkey" FOREIGN KEY ("leadId") REFERENCES "Article" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Related_pieceId_fkey" FOREIGN KEY ("pieceId") REFERENCES "Article" ("id") ON DELETE CASCADE ON UPDATE CASCADE
) WITHOUT ROWID;
INSERT INTO "new_Related" ("leadId", "position", "pieceId")
SELECT "leadId", "position", "pieceId" FROM "Related" ORDER BY "leadId", "position";
DROP TABLE "Related";
ALTER TABLE "new_Related" RENAME TO "Related";
CREATE INDEX "Related_pieceId_idx" ON "Related"("pieceId");
CREATE UNIQUE INDEX "Related_leadId_pieceId_key" ON "Related"("leadId", "pieceId");

CREATE TABLE "new_TopicPair" (
    "topicId" INTEGER NOT NULL,
    "otherId" INTEGER NOT NULL,
    "articleCount" INTEGER NOT NULL,

    PRIMARY KEY ("topicId", "otherId"),
    CONSTRAINT "TopicPair_topicId_fkey" FOREIGN KEY ("topicId") REFERENCES "Topic" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "TopicPair_otherId_fkey" FOREIGN KEY ("otherId") REFERENCES "Topic" ("id") ON DELETE CASCADE ON UPDATE CASCADE
) WITHOUT ROWID;
INSERT INTO "new_TopicPair" ("topicId", "otherId", "articleCount")
SELECT "topicId", "otherId", "articleCount" FROM "TopicPair" ORDER BY "topicId", "otherId";
DROP TABLE "TopicPair";
ALTER TABLE "new_TopicPair" RENAME TO "TopicPair";
CREATE INDEX "TopicPair_otherId_idx" ON "TopicPair"("otherId");

CREATE TABLE "new_FeedEntry" (
    "topicId" INTEGER NOT NULL,
    "articleId" INTEGER NOT NULL,
    "top" BIGINT NOT NULL,
    "latest" BIGINT NOT NULL,
    "heat" INTEGER NOT NULL,
    "quality" INTEGER NOT NULL,
    "day" INTEGER NOT NULL,
    "blend0" BIGINT NOT NULL DEFAULT 0,
    "blend25" BIGINT NOT NULL DEFAULT 0,
    "blend75" BIGINT NOT NULL DEFAULT 0,
    "blend100" BIGINT NOT NULL DEFAULT 0,

    PRIMARY KEY ("articleId", "topicId"),
    CONSTRAINT "FeedEntry_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article" ("id") ON DELETE CASCADE ON UPDATE CASCADE
) WITHOUT ROWID;
INSERT INTO "new_FeedEntry" ("topicId", "articleId", "top", "latest", "heat", "quality", "day", "blend0", "blend25", "blend75", "blend100")
SELECT "topicId", "articleId", "top", "latest", "heat", "quality", "day", "blend0", "blend25", "blend75", "blend100"
FROM "FeedEntry" ORDER BY "articleId", "topicId";
DROP TABLE "FeedEntry";
ALTER TABLE "new_FeedEntry" RENAME TO "FeedEntry";
CREATE INDEX "FeedEntry_topicId_top_articleId_idx" ON "FeedEntry"("topicId", "top", "articleId");
CREATE INDEX "FeedEntry_topicId_latest_articleId_idx" ON "FeedEntry"("topicId", "latest", "articleId");
CREATE INDEX "FeedEntry_topicId_heat_articleId_idx" ON "FeedEntry"("topicId", "heat", "articleId");
CREATE INDEX "FeedEntry_topicId_quality_articleId_idx" ON "FeedEntry"("topicId", "quality", "articleId");
CREATE INDEX "FeedEntry_topicId_day_heat_articleId_idx" ON "FeedEntry"("topicId", "day", "heat", "articleId");
CREATE INDEX "FeedEntry_topicId_day_quality_articleId_idx" ON "FeedEntry"("topicId", "day", "quality", "articleId");
CREATE INDEX "FeedEntry_topicId_blend0_articleId_idx" ON "FeedEntry"("topicId", "blend0", "articleId");
CREATE INDEX "FeedEntry_topicId_blend25_articleId_idx" ON "FeedEntry"("topicId", "blend25", "articleId");
CREATE INDEX "FeedEntry_topicId_blend75_articleId_idx" ON "FeedEntry"("topicId", "blend75", "articleId");
CREATE INDEX "FeedEntry_topicId_blend100_articleId_idx" ON "FeedEntry"("topicId", "blend100", "articleId");
