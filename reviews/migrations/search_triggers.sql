-- Whatever changes an item, or what hangs on it and is searched, marks the item's block: its postings no longer hold.
-- 16 bits are a block (reviews.models.search_index). Marks are only added here, so that writers never wait for each other.

CREATE FUNCTION crossread_mark_old_items() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO reviews_searchchange (number) SELECT DISTINCT id >> 16 FROM old_rows;
  RETURN NULL;
END $$;

CREATE FUNCTION crossread_mark_new_items() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO reviews_searchchange (number) SELECT DISTINCT id >> 16 FROM new_rows;
  RETURN NULL;
END $$;

CREATE FUNCTION crossread_mark_items_of_old() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO reviews_searchchange (number) SELECT DISTINCT item_id >> 16 FROM old_rows WHERE item_id IS NOT NULL;
  RETURN NULL;
END $$;

CREATE FUNCTION crossread_mark_items_of_new() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO reviews_searchchange (number) SELECT DISTINCT item_id >> 16 FROM new_rows WHERE item_id IS NOT NULL;
  RETURN NULL;
END $$;

DO $$
DECLARE
  place text;
  old_function text;
  new_function text;
BEGIN
  FOREACH place IN ARRAY ARRAY['reviews_item', 'reviews_tagging', 'reviews_finding', 'reviews_recommendation'] LOOP
    old_function := CASE place WHEN 'reviews_item' THEN 'crossread_mark_old_items' ELSE 'crossread_mark_items_of_old' END;
    new_function := CASE place WHEN 'reviews_item' THEN 'crossread_mark_new_items' ELSE 'crossread_mark_items_of_new' END;
    EXECUTE format('CREATE TRIGGER crossread_mark_inserted AFTER INSERT ON %I REFERENCING NEW TABLE AS new_rows '
      'FOR EACH STATEMENT EXECUTE FUNCTION %I()', place, new_function);
    EXECUTE format('CREATE TRIGGER crossread_mark_updated AFTER UPDATE ON %I REFERENCING NEW TABLE AS new_rows '
      'FOR EACH STATEMENT EXECUTE FUNCTION %I()', place, new_function);
    EXECUTE format('CREATE TRIGGER crossread_mark_updated_from AFTER UPDATE ON %I REFERENCING OLD TABLE AS old_rows '
      'FOR EACH STATEMENT EXECUTE FUNCTION %I()', place, old_function);
    EXECUTE format('CREATE TRIGGER crossread_mark_deleted AFTER DELETE ON %I REFERENCING OLD TABLE AS old_rows '
      'FOR EACH STATEMENT EXECUTE FUNCTION %I()', place, old_function);
  END LOOP;
END $$;

-- Postings are numbers: nothing is gained by trying to compress them, and time is lost.
ALTER TABLE reviews_posting ALTER COLUMN occurrences SET STORAGE EXTERNAL;
ALTER TABLE reviews_searchblock ALTER COLUMN items SET STORAGE EXTERNAL, ALTER COLUMN themes SET STORAGE EXTERNAL;
