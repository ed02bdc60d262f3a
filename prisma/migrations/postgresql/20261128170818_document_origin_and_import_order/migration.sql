-- AlterTable
ALTER TABLE "Document" ADD COLUMN "origin" TEXT COLLATE "C";
ALTER TABLE "Document" ADD COLUMN "importOrder" INTEGER NOT NULL DEFAULT 0;

-- CreateIndex
CREATE INDEX "Document_origin_idx" ON "Document"("origin");
