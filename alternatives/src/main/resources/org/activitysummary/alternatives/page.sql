-- One page of the user's rows: those stored within a range of the table's blocks.
--
--   psql -v user_id=9001000000 -v "first_place=(0,0)" -v "next_place=(512,0)" -f page.sql
--
-- There is no index on id to page by, and an index on user_id alone gives no order to resume in. So
-- the key is the place in the table, which a TID range scan finds without reading what is before.
SELECT id, type,
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
  AND ctid >= CAST(:'first_place' AS tid) AND ctid < CAST(:'next_place' AS tid)
ORDER BY ctid;
