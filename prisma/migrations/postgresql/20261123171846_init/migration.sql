-- CreateTable
CREATE TABLE "Article" (
    "id" SERIAL NOT NULL,
    "publicId" TEXT COLLATE "C" NOT NULL,
    "canonicalUrl" TEXT COLLATE "C" NOT NULL,
    "category" TEXT COLLATE "C",
    "title" TEXT COLLATE "C" NOT NULL,
    "excerpt" TEXT COLLATE "C",
    "publishedAt" TIMESTAMP(3) NOT NULL,
    "firstSeenAt" TIMESTAMP(3) NOT NULL,
    "originalUrl" TEXT COLLATE "C",
    "webUrl" TEXT COLLATE "C",
    "ampWebUrl" TEXT COLLATE "C",
    "cdnAmpWebUrl" TEXT COLLATE "C",
    "type" TEXT COLLATE "C" NOT NULL DEFAULT 'article',
    "quality" INTEGER,
    "heat" INTEGER,
    "published" BOOLEAN NOT NULL DEFAULT true,
    "body" TEXT COLLATE "C",
    "secured" TEXT COLLATE "C",
    "extra" JSONB,
    "listed" BOOLEAN NOT NULL DEFAULT false,
    "rank" BIGINT NOT NULL DEFAULT 0,
    "relatedCount" INTEGER NOT NULL DEFAULT 0,
    "providerId" INTEGER,

    CONSTRAINT "Article_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Provider" (
    "id" SERIAL NOT NULL,
    "name" TEXT COLLATE "C" NOT NULL,
    "domain" TEXT COLLATE "C" NOT NULL DEFAULT '',

    CONSTRAINT "Provider_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Topic" (
    "id" SERIAL NOT NULL,
    "slug" TEXT COLLATE "C" NOT NULL,
    "name" TEXT COLLATE "C" NOT NULL,
    "articleCount" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "Topic_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ArticleTopic" (
    "articleId" INTEGER NOT NULL,
    "topicId" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "ArticleTopic_pkey" PRIMARY KEY ("articleId","topicId")
);

-- CreateTable
CREATE TABLE "Image" (
    "id" SERIAL NOT NULL,
    "articleId" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "url" TEXT COLLATE "C" NOT NULL,
    "width" INTEGER,
    "height" INTEGER,
    "isCached" BOOLEAN,
    "extra" JSONB,

    CONSTRAINT "Image_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Related" (
    "leadId" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "pieceId" INTEGER NOT NULL,

    CONSTRAINT "Related_pkey" PRIMARY KEY ("leadId","position")
);

-- CreateTable
CREATE TABLE "FeedEntry" (
    "topicId" INTEGER NOT NULL,
    "articleId" INTEGER NOT NULL,
    "top" BIGINT NOT NULL,
    "latest" BIGINT NOT NULL,
    "heat" INTEGER NOT NULL,
    "quality" INTEGER NOT NULL,

    CONSTRAINT "FeedEntry_pkey" PRIMARY KEY ("topicId","articleId")
);

-- CreateTable
CREATE TABLE "Document" (
    "name" TEXT COLLATE "C" NOT NULL,
    "articleId" INTEGER NOT NULL,
    "hash" TEXT COLLATE "C" NOT NULL,
    "source" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "Document_pkey" PRIMARY KEY ("name")
);

-- CreateTable
CREATE TABLE "Meta" (
    "key" TEXT COLLATE "C" NOT NULL,
    "value" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "Meta_pkey" PRIMARY KEY ("key")
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

-- AddForeignKey
ALTER TABLE "Article" ADD CONSTRAINT "Article_providerId_fkey" FOREIGN KEY ("providerId") REFERENCES "Provider"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ArticleTopic" ADD CONSTRAINT "ArticleTopic_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ArticleTopic" ADD CONSTRAINT "ArticleTopic_topicId_fkey" FOREIGN KEY ("topicId") REFERENCES "Topic"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Image" ADD CONSTRAINT "Image_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Related" ADD CONSTRAINT "Related_leadId_fkey" FOREIGN KEY ("leadId") REFERENCES "Article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Related" ADD CONSTRAINT "Related_pieceId_fkey" FOREIGN KEY ("pieceId") REFERENCES "Article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FeedEntry" ADD CONSTRAINT "FeedEntry_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Document" ADD CONSTRAINT "Document_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE CASCADE ON UPDATE CASCADE;
