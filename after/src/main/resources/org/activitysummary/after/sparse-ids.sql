-- The summary of a user whose ids lie far apart, or who buys a lot.
--
--   psql -v user_id=9001000000 -f sparse-ids.sql
--
-- Groups of neighbouring ids would hold few events each, so the rows are sorted, and of each id the
-- first stored row is taken. What is sorted is narrow: the price instead of the metadata.
SELECT
  count(*) FILTER (WHERE type = 'click') AS click,
  count(*) FILTER (WHERE type = 'view') AS view,
  count(*) FILTER (WHERE type = 'purchase') AS purchase,
  coalesce(sum(price), 0) AS total_value
FROM (
  SELECT DISTINCT ON (id) type,
    CASE WHEN type = 'purchase' THEN
      CASE jsonb_typeof(metadata -> 'price')
        WHEN 'number' THEN (metadata -> 'price')::numeric
        WHEN 'string' THEN
          CASE WHEN metadata ->> 'price' ~ '^-?[0-9]+(\.[0-9]+)?$'
            THEN (metadata ->> 'price')::numeric
          END
      END
    END AS price
  FROM events
  WHERE user_id = :'user_id'
  ORDER BY id, ctid
) AS event;
