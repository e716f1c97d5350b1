/** The implementation that is to be replaced: every event crosses the wire and is looped over. */
package org.activitysummary.before;
