-- CreateTable
CREATE TABLE "Article" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "publicId" TEXT NOT NULL,
    "canonicalUrl" TEXT NOT NULL,
    "category" TEXT,
    "title" TEXT NOT NULL,
    "excerpt" TEXT,
    "publishedAt" DATETIME NOT NULL,
    "firstSeenAt" DATETIME NOT NULL,
    "originalUrl" TEXT,
    "webUrl" TEXT,
    "ampWebUrl" TEXT,
    "cdnAmpWebUrl" TEXT,
    "type" TEXT NOT NULL DEFAULT 'article',
    "quality" INTEGER,
    "heat" INTEGER,
    "published" BOOLEAN NOT NULL DEFAULT true,
    "body" TEXT,
    "secured" TEXT,
    "extra" JSONB,
    "listed" BOOLEAN NOT NULL DEFAULT false,
    "rank" BIGINT NOT NULL DEFAULT 0,
    "relatedCount" INTEGER NOT NULL DEFAULT 0,
    "providerId" INTEGER,
    CONSTRAINT "Article_providerId_fkey" FOREIGN KEY ("providerId") REFERENCES "Provider" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Provider" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "name" TEXT NOT NULL,
    "domain" TEXT NOT NULL DEFAULT ''
);

-- CreateTable
CREATE TABLE "Topic" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "articleCount" INTEGER NOT NULL DEFAULT 0
);

-- CreateTable
CREATE TABLE "ArticleTopic" (
    "articleId" INTEGER NOT NULL,
    "topicId" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,

    PRIMARY KEY ("articleId", "topicId"),
    CONSTRAINT "ArticleTopic_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "ArticleTopic_topicId_fkey" FOREIGN KEY ("topicId") REFERENCES "Topic" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Image" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "articleId" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "url" TEXT NOT NULL,
    "width" INTEGER,
    "height" INTEGER,
    "isCached" BOOLEAN,
    "extra" JSONB,
    CONSTRAINT "Image_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Related" (
    "leadId" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "pieceId" INTEGER NOT NULL,

    PRIMARY KEY ("leadId", "position"),
    CONSTRAINT "Related_leadId_fkey" FOREIGN KEY ("leadId") REFERENCES "Article" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Related_pieceId_fkey" FOREIGN KEY ("pieceId") REFERENCES "Article" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "FeedEntry" (
    "topicId" INTEGER NOT NULL,
    "articleId" INTEGER NOT NULL,
    "top" BIGINT NOT NULL,
    "latest" BIGINT NOT NULL,
    "heat" INTEGER NOT NULL,
    "quality" INTEGER NOT NULL,

    PRIMARY KEY ("topicId", "articleId"),
    CONSTRAINT "FeedEntry_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Document" (
    "name" TEXT NOT NULL PRIMARY KEY,
    "articleId" INTEGER NOT NULL,
    "hash" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    CONSTRAINT "Document_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Meta" (
    "key" TEXT NOT NULL PRIMARY KEY,
    "value" TEXT NOT NULL
);

-- CreateIndex
CREATE UNIQUE INDEX "Article_publicId_key" ON "Article"("publicId");

-- CreateIndex
CREATE UNIQUE INDEX "Article_canonicalUrl_key" ON "Article"("canonicalUrl");

-- CreateIndex
CREATE INDEX "Article_providerId_idx" ON "Article"("providerId");

-- CreateIndex
CREATE UNIQUE INDEX "Provider_domain_name_key" ON "Provider"("domain", "name");

-- CreateIndex
CREATE UNIQUE INDEX "Topic_slug_key" ON "Topic"("slug");

-- CreateIndex
CREATE INDEX "ArticleTopic_topicId_name_idx" ON "ArticleTopic"("topicId", "name");

-- CreateIndex
CREATE UNIQUE INDEX "Image_articleId_position_key" ON "Image"("articleId", "position");

-- CreateIndex
CREATE INDEX "Related_pieceId_idx" ON "Related"("pieceId");

-- CreateIndex
CREATE UNIQUE INDEX "Related_leadId_pieceId_key" ON "Related"("leadId", "pieceId");

-- CreateIndex
CREATE INDEX "FeedEntry_topicId_top_articleId_idx" ON "FeedEntry"("topicId", "top", "articleId");

-- CreateIndex
CREATE INDEX "FeedEntry_topicId_latest_articleId_idx" ON "FeedEntry"("topicId", "latest", "articleId");

-- CreateIndex
CREATE INDEX "FeedEntry_topicId_heat_articleId_idx" ON "FeedEntry"("topicId", "heat", "articleId");

-- CreateIndex
CREATE INDEX "FeedEntry_topicId_quality_articleId_idx" ON "FeedEntry"("topicId", "quality", "articleId");

-- CreateIndex
CREATE INDEX "FeedEntry_articleId_idx" ON "FeedEntry"("articleId");

-- CreateIndex
CREATE INDEX "Document_articleId_idx" ON "Document"("articleId");
