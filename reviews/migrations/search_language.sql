-- The language of search: docs/search.md and reviews/search_language.py say what it is for.

CREATE TEXT SEARCH DICTIONARY crossread_stem (TEMPLATE = snowball, Language = english);

CREATE TEXT SEARCH CONFIGURATION crossread (COPY = english);

ALTER TEXT SEARCH CONFIGURATION crossread
  ALTER MAPPING FOR asciiword, asciihword, hword_asciipart, word, hword, hword_part WITH crossread_stem;

-- From the inside out: accents off, where there are any (it takes longer than all the rest); apostrophes of every shape
-- to one; all other marks to spaces, also those beyond ASCII that some databases take for letters; the "'s" of
-- "children's" off; a space after a point between letters that lacks it.
CREATE FUNCTION crossread_plain(text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $plain$
  SELECT regexp_replace(
    regexp_replace(
      regexp_replace(
        regexp_replace(
          CASE WHEN $1 ~ '[\u00c0-\u024f\u1e80-\u1eff]' THEN translate(
            $1,
            'àáâãäåāçèéêëēìíîïīñòóôõöøōùúûüūẁẃŵẅýÿŷỳÀÁÂÃÄÅĀÇÈÉÊËĒÌÍÎÏĪÑÒÓÔÕÖØŌÙÚÛÜŪẀẂŴẄÝŸŶỲ',
            'aaaaaaaceeeeeiiiiinooooooouuuuuwwwwyyyyAAAAAAACEEEEEIIIIINOOOOOOOUUUUUWWWWYYYY'
          ) ELSE $1 END,
          '[\u2018\u2019\u201b\u02bc\u2032\u0060\u00b4]', '''', 'g'
        ),
        '[\u0001-\u0026\u0028-\u002d\u002f\u003a-\u0040\u005b-\u0060\u007b-\u00bf\u00d7\u00f7\u2000-\u2bff\u3000-\u303f\ue000-\uf8ff\ufe00-\ufeff\ufff0-\uffff]',
        ' ', 'g'
      ),
      '''[sS](?![[:alnum:]])', ' ', 'g'
    ),
    '([[:alpha:]])\.(?=[[:alnum:]])', '\1 ', 'g'
  )
$plain$;
