/** PostgreSQL servers to measure on: embedded, in a container, or somebody else's. */
package org.activitysummary.testbed.database;
