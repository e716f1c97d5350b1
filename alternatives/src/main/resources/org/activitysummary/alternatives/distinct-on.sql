-- Of the rows with one id the first stored one, found by sorting whole rows.
--
--   psql -1 -v user_id=9001000000 -f settings.sql -f distinct-on.sql
SELECT
  count(*) FILTER (WHERE type = 'click') AS click,
  count(*) FILTER (WHERE type = 'view') AS view,
  count(*) FILTER (WHERE type = 'purchase') AS purchase,
  coalesce(sum(
    CASE WHEN type = 'purchase' THEN
      CASE jsonb_typeof(metadata -> 'price')
        WHEN 'number' THEN (metadata -> 'price')::numeric
        WHEN 'string' THEN
          CASE WHEN metadata ->> 'price' ~ '^-?[0-9]+(\.[0-9]+)?$'
            THEN (metadata ->> 'price')::numeric
          END
      END
    END), 0) AS total_value
FROM (
  SELECT DISTINCT ON (id) type, metadata
  FROM events
  WHERE user_id = :'user_id'
  ORDER BY id, ctid
) AS event;
