/** One stored row, and a seeded source of adverse ones. */
package org.activitysummary.testbed.event;
