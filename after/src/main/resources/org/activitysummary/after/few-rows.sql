-- The summary of a user with few rows, or which statement to ask about a bigger one.
--
--   psql -v user_id=9000000100 -v few_rows=256 -v most_dense_groups=64 -f few-rows.sql
--
-- Returns the summary, and "ask" as null, if the user has few rows. Else "ask" names the statement for that
-- kind of user; no row at all means dense-ids, the most frequent one.
WITH seen AS MATERIALIZED (
  -- The sub-select hides the value from the planner, so that the plan made for one user equals the
  -- plan made for all, and the driver's prepared statement is soon planned no more.
  SELECT id, ctid AS place, type, metadata, tableoid
  FROM events
  WHERE user_id = (SELECT CAST(:'user_id' AS bigint))
  LIMIT :few_rows + 1
),
choice AS MATERIALIZED (
  SELECT
    CASE
      WHEN count(*) <= :few_rows THEN NULL
      -- A foreign table has no file here. The function knows without opening pg_class.
      WHEN (SELECT pg_relation_filenode(tableoid) IS NULL FROM seen LIMIT 1) THEN 'other-server'
      -- Groups that dense-ids would make of the rows seen: one for each purchase, and two for each
      -- block, which has several masks to merge and to check. Not counted for a user with few rows.
      WHEN (
        SELECT 2 * count(DISTINCT id >> 6) + count(*) FILTER (WHERE type = 'purchase') FROM seen
      ) > :most_dense_groups THEN 'sparse-ids'
      ELSE 'dense-ids'
    END AS ask
  FROM seen
),
event AS (
  -- Of the rows with one id the first stored one counts.
  SELECT DISTINCT ON (id) type, metadata
  FROM seen
  WHERE (SELECT ask IS NULL FROM choice)
  ORDER BY id, place
)
SELECT
  count(*) FILTER (WHERE type = 'click') AS click,
  count(*) FILTER (WHERE type = 'view') AS view,
  count(*) FILTER (WHERE type = 'purchase') AS purchase,
  coalesce(sum(
    CASE WHEN type = 'purchase' THEN
      -- CASE decides before the cast runs: a cast of anything else would fail or differ by version.
      CASE jsonb_typeof(metadata -> 'price')
        WHEN 'number' THEN (metadata -> 'price')::numeric
        WHEN 'string' THEN
          CASE WHEN metadata ->> 'price' ~ '^-?[0-9]+(\.[0-9]+)?$'
            THEN (metadata ->> 'price')::numeric
          END
      END
    END), 0) AS total_value,
  (SELECT ask FROM choice) AS ask
FROM event
HAVING (SELECT ask IS DISTINCT FROM 'dense-ids' FROM choice);
