/** The events table in a schema of its own, its loading, and the proof that nobody changed it. */
package org.activitysummary.testbed.schema;
