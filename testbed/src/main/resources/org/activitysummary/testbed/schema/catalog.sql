-- Everything the catalogs say about one schema, and what stands beside it in the database: one row
-- an object, with its name and its definition. Object ids, sizes and statistics are left out, since
-- they change without anybody changing the schema. Parameter: the name of the schema.

WITH here AS (
    SELECT oid, nspname, nspowner, nspacl FROM pg_namespace WHERE nspname = ?
),
-- Other runs' schemas come and go; they say so in their comment.
elsewhere AS (
    SELECT oid, nspname, nspowner, nspacl
    FROM pg_namespace
    WHERE oid NOT IN (SELECT oid FROM here)
      AND nspname <> 'information_schema'
      AND nspname NOT LIKE 'pg\_%'
      AND obj_description(oid, 'pg_namespace') IS DISTINCT FROM
          (SELECT obj_description(oid, 'pg_namespace') FROM here)
),
relation AS (
    SELECT c.*,
           CASE c.relkind
               WHEN 'r' THEN 'table' WHEN 'p' THEN 'table' WHEN 'f' THEN 'foreign table'
               WHEN 'v' THEN 'view' WHEN 'm' THEN 'materialized view' WHEN 'S' THEN 'sequence'
               WHEN 'i' THEN 'index' WHEN 'I' THEN 'index' WHEN 'c' THEN 'row type'
               ELSE 'relation'
           END AS kind
    FROM pg_class c
    WHERE c.relnamespace IN (SELECT oid FROM here)
)
SELECT 'schema' AS object,
       'owner ' || pg_get_userbyid(nspowner) || coalesce(' rights ' || nspacl::text, '') AS definition
FROM here
UNION ALL
SELECT kind || ' ' || relname,
       concat_ws(' ', 'kind ' || relkind::text, 'persistence ' || relpersistence::text,
                 'owner ' || pg_get_userbyid(relowner),
                 'access ' || (SELECT amname FROM pg_am WHERE oid = relam),
                 'tablespace ' || (SELECT spcname FROM pg_tablespace WHERE oid = reltablespace),
                 'options ' || reloptions::text,
                 'toast options ' || (SELECT t.reloptions::text FROM pg_class t WHERE t.oid = r.reltoastrelid),
                 'replica identity ' || relreplident::text,
                 CASE WHEN relrowsecurity THEN 'row security' END,
                 CASE WHEN relforcerowsecurity THEN 'forced row security' END,
                 CASE WHEN relispartition THEN 'partition ' || pg_get_expr(relpartbound, oid) END)
FROM relation r
WHERE relkind NOT IN ('i', 'I')
UNION ALL
SELECT 'rights on ' || kind || ' ' || relname, relacl::text
FROM relation
WHERE relacl IS NOT NULL
UNION ALL
SELECT 'index ' || i.relname,
       concat_ws(' ', pg_get_indexdef(i.oid), 'options ' || i.reloptions::text,
                 'tablespace ' || (SELECT spcname FROM pg_tablespace WHERE oid = i.reltablespace),
                 CASE WHEN NOT x.indisvalid THEN 'invalid' END,
                 CASE WHEN NOT x.indisready THEN 'not ready' END,
                 CASE WHEN x.indisclustered THEN 'clustered' END,
                 CASE WHEN x.indisreplident THEN 'replica identity' END)
FROM relation i
JOIN pg_index x ON x.indexrelid = i.oid
UNION ALL
SELECT 'column ' || r.relname || '.' || a.attname,
       concat_ws(' ', '#' || a.attnum, format_type(a.atttypid, a.atttypmod),
                 CASE WHEN a.attnotnull THEN 'not null' END,
                 'default ' || pg_get_expr(d.adbin, d.adrelid),
                 'collation ' || (SELECT collname FROM pg_collation WHERE oid = a.attcollation),
                 'identity ' || nullif(a.attidentity::text, ''),
                 'generated ' || nullif(a.attgenerated::text, ''),
                 'storage ' || a.attstorage::text,
                 'compression ' || nullif(a.attcompression::text, ''),
                 'statistics ' || nullif(a.attstattarget, -1),
                 'options ' || a.attoptions::text, 'rights ' || a.attacl::text)
FROM pg_attribute a
JOIN relation r ON r.oid = a.attrelid AND r.relkind NOT IN ('i', 'I')
LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
WHERE a.attnum > 0 AND NOT a.attisdropped
UNION ALL
SELECT 'dropped column ' || r.relname || '.#' || a.attnum, 'dropped'
FROM pg_attribute a
JOIN relation r ON r.oid = a.attrelid
WHERE a.attnum > 0 AND a.attisdropped
UNION ALL
SELECT 'constraint ' || coalesce(r.relname, format_type(c.contypid, NULL)) || '.' || c.conname,
       pg_get_constraintdef(c.oid) || CASE WHEN c.convalidated THEN '' ELSE ' not validated' END
FROM pg_constraint c
LEFT JOIN pg_class r ON r.oid = c.conrelid
WHERE c.connamespace IN (SELECT oid FROM here)
UNION ALL
SELECT 'trigger ' || r.relname || '.' || t.tgname, pg_get_triggerdef(t.oid) || ' enabled ' || t.tgenabled::text
FROM pg_trigger t
JOIN relation r ON r.oid = t.tgrelid
UNION ALL
SELECT 'rule ' || r.relname || '.' || w.rulename, pg_get_ruledef(w.oid) || ' enabled ' || w.ev_enabled::text
FROM pg_rewrite w
JOIN relation r ON r.oid = w.ev_class
UNION ALL
SELECT 'policy ' || r.relname || '.' || p.polname,
       concat_ws(' ', p.polcmd::text, CASE WHEN p.polpermissive THEN 'permissive' ELSE 'restrictive' END,
                 'roles ' || p.polroles::regrole[]::text,
                 'using ' || pg_get_expr(p.polqual, p.polrelid),
                 'check ' || pg_get_expr(p.polwithcheck, p.polrelid))
FROM pg_policy p
JOIN relation r ON r.oid = p.polrelid
UNION ALL
SELECT 'inheritance ' || inhrelid::regclass::text || ' of ' || inhparent::regclass::text, 'number ' || inhseqno
FROM pg_inherits
WHERE inhrelid IN (SELECT oid FROM relation) OR inhparent IN (SELECT oid FROM relation)
UNION ALL
SELECT 'statistics object ' || s.stxname, pg_get_statisticsobjdef(s.oid)
FROM pg_statistic_ext s
WHERE s.stxnamespace IN (SELECT oid FROM here) OR s.stxrelid IN (SELECT oid FROM relation)
UNION ALL
SELECT 'function ' || p.proname || '(' || pg_get_function_identity_arguments(p.oid) || ')',
       concat_ws(' ', 'kind ' || p.prokind::text, 'returns ' || pg_get_function_result(p.oid),
                 'owner ' || pg_get_userbyid(p.proowner),
                 (SELECT lanname FROM pg_language WHERE oid = p.prolang),
                 CASE WHEN p.prosecdef THEN 'security definer' END,
                 'volatility ' || p.provolatile::text, 'parallel ' || p.proparallel::text,
                 'settings ' || p.proconfig::text, 'rights ' || p.proacl::text,
                 'body ' || md5(concat(p.prosrc, p.probin, pg_get_function_sqlbody(p.oid))))
FROM pg_proc p
WHERE p.pronamespace IN (SELECT oid FROM here)
UNION ALL
SELECT 'type ' || t.typname,
       concat_ws(' ', 'kind ' || t.typtype::text, 'owner ' || pg_get_userbyid(t.typowner),
                 'base ' || format_type(nullif(t.typbasetype, 0), t.typtypmod),
                 'default ' || t.typdefault, CASE WHEN t.typnotnull THEN 'not null' END,
                 'labels ' || (SELECT string_agg(enumlabel, ', ' ORDER BY enumsortorder)
                               FROM pg_enum WHERE enumtypid = t.oid),
                 'rights ' || t.typacl::text)
FROM pg_type t
WHERE t.typnamespace IN (SELECT oid FROM here)
UNION ALL
SELECT 'operator ' || o.oprname || '(' || format_type(o.oprleft, NULL) || ', '
           || format_type(o.oprright, NULL) || ')',
       o.oprcode::regprocedure::text
FROM pg_operator o
WHERE o.oprnamespace IN (SELECT oid FROM here)
UNION ALL
SELECT 'collation ' || c.collname, concat_ws(' ', c.collprovider::text, c.collcollate)
FROM pg_collation c
WHERE c.collnamespace IN (SELECT oid FROM here)
UNION ALL
SELECT 'default rights ' || d.defaclobjtype::text || ' of ' || pg_get_userbyid(d.defaclrole), d.defaclacl::text
FROM pg_default_acl d
WHERE d.defaclnamespace IN (SELECT oid FROM here)
-- Beside the schema.
UNION ALL
SELECT 'extension ' || extname, 'version ' || extversion
FROM pg_extension
UNION ALL
SELECT 'event trigger ' || evtname,
       concat_ws(' ', evtevent::text, evtfoid::regprocedure::text, 'enabled ' || evtenabled::text)
FROM pg_event_trigger
UNION ALL
SELECT 'cast ' || format_type(castsource, NULL) || ' as ' || format_type(casttarget, NULL),
       concat_ws(' ', castcontext::text, castmethod::text, nullif(castfunc, 0)::regprocedure::text)
FROM pg_cast
WHERE oid >= 16384
UNION ALL
SELECT 'publication ' || pubname, CASE WHEN puballtables THEN 'all tables' ELSE 'some tables' END
FROM pg_publication
UNION ALL
SELECT 'schema elsewhere ' || nspname, 'owner ' || pg_get_userbyid(nspowner)
FROM elsewhere
UNION ALL
SELECT 'relation elsewhere ' || n.nspname || '.' || c.relname,
       concat_ws(' ', 'kind ' || c.relkind::text, 'owner ' || pg_get_userbyid(c.relowner))
FROM pg_class c
JOIN elsewhere n ON n.oid = c.relnamespace
UNION ALL
SELECT 'function elsewhere ' || n.nspname || '.' || p.proname || '('
           || pg_get_function_identity_arguments(p.oid) || ')',
       'owner ' || pg_get_userbyid(p.proowner)
FROM pg_proc p
JOIN elsewhere n ON n.oid = p.pronamespace
UNION ALL
SELECT 'statistics object elsewhere ' || n.nspname || '.' || s.stxname, pg_get_statisticsobjdef(s.oid)
FROM pg_statistic_ext s
JOIN elsewhere n ON n.oid = s.stxnamespace
