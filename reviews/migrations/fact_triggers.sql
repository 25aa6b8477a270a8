-- Whatever changes what every process keeps in memory for searching leaves a mark: the facts of reviews, what themes and
-- agencies are called, the synonyms. Marks are only added here, so that writers never wait for each other.

CREATE FUNCTION crossread_mark_facts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO reviews_factchange DEFAULT VALUES;
  RETURN NULL;
END $$;

-- Of items only events are known of a review, of taggings only its own.
CREATE FUNCTION crossread_mark_facts_of_events() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM changed WHERE kind = 'event') THEN INSERT INTO reviews_factchange DEFAULT VALUES; END IF;
  RETURN NULL;
END $$;

CREATE FUNCTION crossread_mark_facts_of_taggings() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM changed WHERE review_id IS NOT NULL) THEN
    INSERT INTO reviews_factchange DEFAULT VALUES;
  END IF;
  RETURN NULL;
END $$;

DO $$
DECLARE
  place text;
  mark text;
BEGIN
  FOREACH place IN ARRAY ARRAY['reviews_review', 'reviews_partnership', 'reviews_theme', 'reviews_agency', 'reviews_person',
                               'reviews_review_agencies', 'reviews_synonymgroup', 'reviews_synonymterm'] LOOP
    EXECUTE format('CREATE TRIGGER crossread_facts_changed AFTER INSERT OR UPDATE OR DELETE ON %I '
      'FOR EACH STATEMENT EXECUTE FUNCTION crossread_mark_facts()', place);
  END LOOP;
  FOREACH place IN ARRAY ARRAY['reviews_item', 'reviews_tagging'] LOOP
    mark := CASE place WHEN 'reviews_item' THEN 'crossread_mark_facts_of_events' ELSE 'crossread_mark_facts_of_taggings' END;
    EXECUTE format('CREATE TRIGGER crossread_facts_inserted AFTER INSERT ON %I REFERENCING NEW TABLE AS changed '
      'FOR EACH STATEMENT EXECUTE FUNCTION %I()', place, mark);
    EXECUTE format('CREATE TRIGGER crossread_facts_updated AFTER UPDATE ON %I REFERENCING NEW TABLE AS changed '
      'FOR EACH STATEMENT EXECUTE FUNCTION %I()', place, mark);
    EXECUTE format('CREATE TRIGGER crossread_facts_updated_from AFTER UPDATE ON %I REFERENCING OLD TABLE AS changed '
      'FOR EACH STATEMENT EXECUTE FUNCTION %I()', place, mark);
    EXECUTE format('CREATE TRIGGER crossread_facts_deleted AFTER DELETE ON %I REFERENCING OLD TABLE AS changed '
      'FOR EACH STATEMENT EXECUTE FUNCTION %I()', place, mark);
  END LOOP;
END $$;

-- What is kept is told apart by these marks, so there is always one.
INSERT INTO reviews_factchange DEFAULT VALUES;
