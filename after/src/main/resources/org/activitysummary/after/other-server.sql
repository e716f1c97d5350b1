-- The summary of a user whose rows lie on another server, grouped there.
--
--   psql -1 -v user_id=9001000000 -f settings.sql -f other-server.sql
--
-- The blocks of dense-ids.sql in the shape that postgres_fdw hands over: groups name the user, so that
-- they are whole within one partition; nothing stands between the grouping and the table; and nothing
-- depends on a collation, which the other server might not share. Rows travel only where copies disagree.
-- What the other server is asked is asked in one transaction there, REPEATABLE READ: one snapshot.

-- Off by default, since looking for such plans takes time. It has a partition grouped where it lies.
SET LOCAL enable_partitionwise_aggregate = on;

WITH keyed AS NOT MATERIALIZED (
  SELECT user_id, id, ctid AS place, type, id >> 6 AS block, 1::bigint << (id & 63)::int AS bit,
    -- Null for views and clicks; for a purchase a number, a string or null, which jsonb sorts below
    -- false; true for any other type.
    CASE type
      WHEN 'view' THEN NULL
      WHEN 'click' THEN NULL
      WHEN 'purchase' THEN
        CASE WHEN metadata['price'] < 'false' THEN metadata['price'] ELSE 'null' END
      ELSE 'true'
    END AS price
  FROM events
),
groups AS MATERIALIZED (
  SELECT user_id, block, price,
    coalesce(bit_or(bit) FILTER (WHERE octet_length(type) = 4), 0) AS short,
    coalesce(bit_or(bit) FILTER (WHERE octet_length(type) <> 4), 0) AS long
  FROM keyed
  WHERE user_id = :'user_id'
  GROUP BY user_id, block, price
),
doubt AS MATERIALIZED (
  -- An event whose copies differ in type or price is in several groups, or in both masks of one: the
  -- parts are more than the whole. So they are if a price is spelled in two ways.
  SELECT sum(parts) > sum(whole) AS exists
  FROM (
    SELECT sum(bit_count(short::bit(64)) + bit_count(long::bit(64))) AS parts,
      bit_count(bit_or(short | long)::bit(64)) AS whole
    FROM groups
    GROUP BY block
  ) AS block
),
doubted AS MATERIALIZED (
  -- Which events those are.
  SELECT block, bit_or((short & long) | ((short | long) & earlier)) AS bits
  FROM (
    SELECT block, short, long,
      coalesce(bit_or(short | long) OVER (
        PARTITION BY block ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
      ), 0) AS earlier
    FROM groups
    WHERE (SELECT exists FROM doubt)
  ) AS masks
  GROUP BY block
  HAVING bit_or((short & long) | ((short | long) & earlier)) <> 0
),
events_by_price AS (
  -- Those without a doubt as they were grouped.
  SELECT bit_count((short & ~coalesce(bits, 0))::bit(64)) AS shorts,
    bit_count((long & ~coalesce(bits, 0))::bit(64)) AS longs,
    price
  FROM groups LEFT JOIN doubted USING (block)
  UNION ALL
  -- Of the others the first stored row. Rows of their blocks are fetched, if there are any.
  SELECT (octet_length(type) = 4)::int, (octet_length(type) <> 4)::int, price
  FROM (
    SELECT DISTINCT ON (id) type, price
    FROM keyed JOIN doubted USING (block)
    WHERE user_id = :'user_id'
      AND (SELECT exists FROM doubt)
      AND keyed.block = ANY (ARRAY(SELECT block FROM doubted))
      AND bits & bit <> 0
    ORDER BY id, place
  ) AS first
)
SELECT
  coalesce(sum(longs) FILTER (WHERE price IS NULL), 0) AS click,
  coalesce(sum(shorts) FILTER (WHERE price IS NULL), 0) AS view,
  coalesce(sum(longs) FILTER (WHERE price < 'false'), 0) AS purchase,
  coalesce(sum(longs *
    -- CASE decides before the cast runs: a cast of anything else would fail or differ by version.
    CASE jsonb_typeof(price)
      WHEN 'number' THEN price::numeric
      WHEN 'string' THEN
        CASE WHEN price #>> '{}' ~ '^-?[0-9]+(\.[0-9]+)?$' THEN (price #>> '{}')::numeric END
    END), 0) AS total_value
FROM events_by_price;
