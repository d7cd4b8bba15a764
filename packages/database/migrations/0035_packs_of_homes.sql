-- A pack is the whole council's, or that of one children's home by the code of its team. Who may add and read packs stays as it was.
ALTER TABLE "inspection_pack" ADD COLUMN "home" text;
