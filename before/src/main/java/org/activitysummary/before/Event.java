package org.activitysummary.before;

/**
 * One fetched row.
 *
 * @param id repeated by a redelivered copy
 * @param type never null
 * @param metadata JSON text, or null
 */
record Event(long id, String type, String metadata) {}
