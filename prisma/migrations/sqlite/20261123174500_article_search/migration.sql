-- The full-text index (docs/decisions/search.md). It holds words that lib/search has
-- made, separated by spaces: the tokenizer takes everything else as part of a word.
-- Its rowid is FeedEntry.top * 2^30 + articleId, so that it streams in the feed's order.
CREATE VIRTUAL TABLE "ArticleSearch" USING fts5(
    title, text,
    content = '', contentless_delete = 1, prefix = '2',
    tokenize = "unicode61 remove_diacritics 0 categories 'L* M* N* P* S* C*'"
);

-- Where an article stands in the index.
CREATE TABLE "SearchPlace" (
    "articleId" INTEGER NOT NULL PRIMARY KEY,
    "place" BIGINT NOT NULL,
    CONSTRAINT "SearchPlace_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE TRIGGER "SearchPlace_deleted" AFTER DELETE ON "SearchPlace" BEGIN
    DELETE FROM "ArticleSearch" WHERE rowid = OLD."place";
END;

-- Words of titles and names, to find what a misspelt one stands for.
CREATE TABLE "SearchTerm" ("term" TEXT NOT NULL PRIMARY KEY) WITHOUT ROWID;

-- Words of the names of topics and providers, to suggest them by their beginnings.
CREATE TABLE "SearchName" (
    "kind" TEXT NOT NULL,
    "word" TEXT NOT NULL,
    "id" INTEGER NOT NULL,
    PRIMARY KEY ("kind", "word", "id")
) WITHOUT ROWID;
