-- Whatever changes what pages across reviews show leaves a mark (reviews.models.corpus_change). A mark of what has not
-- been committed is seen by nobody else, so that no page is kept under it too early.

CREATE FUNCTION crossread_mark_corpus() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO reviews_corpuschange DEFAULT VALUES;
  RETURN NULL;
END $$;

DO $$
DECLARE
  place text;
BEGIN
  FOREACH place IN ARRAY ARRAY[
    'reviews_review', 'reviews_review_agencies', 'reviews_document', 'reviews_person', 'reviews_item',
    'reviews_item_passages', 'reviews_finding', 'reviews_recommendation', 'reviews_timelineevent', 'reviews_tagging',
    'reviews_theme', 'reviews_agency', 'reviews_partnership'
  ] LOOP
    EXECUTE format('CREATE TRIGGER crossread_mark_corpus AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON %I '
      'FOR EACH STATEMENT EXECUTE FUNCTION crossread_mark_corpus()', place);
  END LOOP;
END $$;
