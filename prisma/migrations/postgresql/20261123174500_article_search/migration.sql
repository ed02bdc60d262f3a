CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- The full-text index (docs/decisions/search.md). "words" are made by lib/search, never
-- by to_tsvector, whose parser depends on the locale. The keys are those of the
-- article's FeedEntry, so that what is found can be ordered without looking further.
CREATE TABLE "ArticleSearch" (
    "articleId" INTEGER NOT NULL,
    "top" BIGINT NOT NULL,
    "latest" BIGINT NOT NULL,
    "heat" INTEGER NOT NULL,
    "quality" INTEGER NOT NULL,
    "words" tsvector NOT NULL,
    CONSTRAINT "ArticleSearch_pkey" PRIMARY KEY ("articleId"),
    CONSTRAINT "ArticleSearch_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
-- Without the pending list: a search must not pay for the import before it.
CREATE INDEX "ArticleSearch_words_idx" ON "ArticleSearch" USING gin ("words") WITH (fastupdate = off);

-- The planner takes phrases of common words for common and would read the whole table.
CREATE FUNCTION search_matches(query tsquery, most integer) RETURNS SETOF "ArticleSearch"
LANGUAGE sql STABLE SET enable_seqscan = off
AS $$ SELECT * FROM "ArticleSearch" WHERE "words" @@ query LIMIT most $$;

-- Words of titles and names, to find what a misspelt one stands for.
CREATE TABLE "SearchTerm" (
    "term" TEXT COLLATE "C" NOT NULL,
    CONSTRAINT "SearchTerm_pkey" PRIMARY KEY ("term")
);
CREATE INDEX "SearchTerm_term_idx" ON "SearchTerm" USING gin ("term" gin_trgm_ops);

-- Words of the names of topics and providers, to suggest them by their beginnings.
CREATE TABLE "SearchName" (
    "kind" TEXT COLLATE "C" NOT NULL,
    "word" TEXT COLLATE "C" NOT NULL,
    "id" INTEGER NOT NULL,
    CONSTRAINT "SearchName_pkey" PRIMARY KEY ("kind", "word", "id")
);
