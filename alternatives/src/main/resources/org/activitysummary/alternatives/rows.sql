-- Every row of the user in storage order, with the price already read from the metadata.
--
--   psql -v user_id=9001000000 -f rows.sql
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
ORDER BY ctid;
