/** What every measured process is given: where the events are and what the answers must be. */
package org.activitysummary.testbed;
