package org.activitysummary.testbed.database;

/**
 * One setting that a server of ours is started with.
 *
 * @param name of the PostgreSQL parameter
 * @param value without spaces and characters that a shell would touch
 * @param reason why it is not left at its default
 */
public record ServerSetting(String name, String value, String reason) {}
