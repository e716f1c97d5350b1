-- Copies count too: what the scan and the four aggregates cost without deduplication.
--
--   psql -1 -v user_id=9001000000 -f settings.sql -f floor.sql
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
FROM events
WHERE user_id = :'user_id';
